package dev.touchstone.rp.cose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.security.Security;
import java.security.Signature;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** All that the JDK's code verifies is verified alike by the native code that a server prefers. */
class NativeProviderTest extends CoseKeyTest {

  private static final String NAME = "AmazonCorrettoCryptoProvider";

  @BeforeAll
  static void prefer() {
    assumeTrue(NativeProvider.prefer(), "there is none for this platform");
  }

  @AfterAll
  static void leave() {
    Security.removeProvider(NAME);
  }

  @Test
  void signaturesAreVerifiedByIt() throws Exception {
    assertThat(Signature.getInstance("SHA256withECDSA").getProvider().getName()).isEqualTo(NAME);
  }

  @Test
  void preferringItTwiceChangesNothing() {
    int providers = Security.getProviders().length;
    assertThat(NativeProvider.prefer()).isTrue();
    assertThat(Security.getProviders()).hasSize(providers);
  }
}
