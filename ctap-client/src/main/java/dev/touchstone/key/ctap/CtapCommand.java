package dev.touchstone.key.ctap;

/**
 * One command of CTAP 2.3 §6.
 *
 * @param <R> what the key answers when it succeeds
 */
public sealed interface CtapCommand<R>
    permits GetInfo,
        MakeCredential,
        GetAssertion,
        GetNextAssertion,
        ClientPin,
        Selection,
        Reset,
        LargeBlobs,
        AuthenticatorConfig,
        CredentialManagement,
        BioEnrollment {}
