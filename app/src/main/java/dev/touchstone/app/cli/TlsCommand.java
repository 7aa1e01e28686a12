package dev.touchstone.app.cli;

import picocli.CommandLine.Command;

/** {@code touchstone tls}: only together with what to do. */
@Command(
    name = "tls",
    header = "Make a certificate for the server, or see what one is",
    synopsisSubcommandLabel = "COMMAND",
    description = {
      "",
      "A server that others can reach speaks HTTPS: with a certificate in files, with one that it"
          + " gets for itself from an authority such as Let's Encrypt, or behind a proxy that has"
          + " one.",
      ""
    },
    commandListHeading = "%nCommands:%n",
    footerHeading = "%nExamples:%n",
    footer = {
      "  touchstone tls self-signed            for this machine, and how to trust it",
      "  touchstone tls self-signed --host touchstone.test --host 192.0.2.1",
      "  touchstone tls check chain.pem key.pem",
    })
final class TlsCommand {}
