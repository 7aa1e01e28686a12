package dev.touchstone.app;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The boundaries of the design, over the classes of all four modules. */
@AnalyzeClasses(packages = "dev.touchstone", importOptions = DoNotIncludeTests.class)
final class ArchitectureTest {

  private static final String APP = "dev.touchstone.app..";
  private static final String CLI = "dev.touchstone.app.cli..";
  private static final String FIXTURE = "dev.touchstone.fixture..";
  private static final String KEY = "dev.touchstone.key..";
  private static final String RP = "dev.touchstone.rp..";
  private static final String UI = "dev.touchstone.app.ui..";

  // ---- modules

  @ArchTest
  static final ArchRule keyKnowsNoneOfOurOtherModules =
      noClasses()
          .that()
          .resideInAPackage(KEY)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(RP, APP, FIXTURE)
          .because(
              "the client and the relying party meet as W3C JSON in a use case: that is how they"
                  + " meet on the web, and how either can be exchanged for another");

  @ArchTest
  static final ArchRule relyingPartyKnowsNoneOfOurOtherModules =
      noClasses()
          .that()
          .resideInAPackage(RP)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(KEY, APP, FIXTURE)
          .because("a relying party sees what a browser sends it, never a key");

  @ArchTest
  static final ArchRule fixtureKnowsNoneOfOurOtherModules =
      noClasses()
          .that()
          .resideInAPackage(FIXTURE)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(KEY, RP, APP)
          .because("an error in our codec would cancel out in a test if both sides shared it");

  // ---- layers of the application

  @ArchTest
  static final ArchRule useCasesKnowNoFrontEnd =
      noClasses()
          .that()
          .resideInAnyPackage("dev.touchstone.app.usecase..", "dev.touchstone.app.advice..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("javafx..", "picocli..", CLI, UI)
          .because("window, terminal and tests stand on the same use cases");

  @ArchTest
  static final ArchRule frontEndsDoNotKnowEachOther =
      noClasses()
          .that()
          .resideInAPackage(CLI)
          .should()
          .dependOnClassesThat()
          .resideInAPackage(UI)
          .because("a terminal command must not load JavaFX; Main introduces the two");

  @ArchTest
  static final ArchRule windowDoesNotKnowTheTerminal =
      noClasses()
          .that()
          .resideInAPackage(UI)
          .should()
          .dependOnClassesThat()
          .resideInAPackage(CLI)
          .because("the two front ends share the use cases and nothing above them");

  @ArchTest
  static final ArchRule onlyTheAssemblyReachesIntoTheFixture =
      noClasses()
          .that()
          .resideInAPackage(APP)
          .and()
          .resideOutsideOfPackages("dev.touchstone.app", "dev.touchstone.app.virtual..")
          .should()
          .dependOnClassesThat(
              resideInAPackage(FIXTURE)
                  .and(
                      resideOutsideOfPackages(
                          "dev.touchstone.fixture.lab", "dev.touchstone.fixture.key.fault")))
          .because(
              "to everything above, the virtual key is a key like any other; what the laboratory"
                  + " does with it is told in the words of two packages");

  @ArchTest
  static final ArchRule nobodyKnowsTheAssembly =
      classes()
          .that()
          .resideInAPackage("dev.touchstone.app")
          .should()
          .onlyHaveDependentClassesThat()
          .resideInAPackage("dev.touchstone.app")
          .because("who puts the program together stands above all of it");

  @ArchTest
  static final ArchRule noPackagesInACircle =
      slices()
          .matching("dev.touchstone.(**)")
          .should()
          .beFreeOfCycles()
          .because("a package can be read and understood with those below it, and no others");

  // ---- libraries

  @ArchTest
  static final ArchRule javaFxStaysInTheWindow =
      noClasses()
          .that()
          .resideOutsideOfPackage(UI)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("javafx..", "atlantafx..", "org.kordamp..")
          .because("everything below the window runs where there is no display");

  @ArchTest
  static final ArchRule picocliStaysInTheTerminal =
      noClasses()
          .that()
          .resideOutsideOfPackage(CLI)
          .should()
          .dependOnClassesThat()
          .resideInAPackage("picocli..")
          .because("a use case must not care who asked");

  @ArchTest
  static final ArchRule onlyTheTerminalPrints =
      noClasses()
          .that()
          .resideOutsideOfPackage(CLI)
          .should()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err")
          .orShould()
          .accessField(System.class, "in")
          .orShould()
          .callMethod(System.class, "console")
          .because("standard output holds the answer, one JSON document, and nothing else");

  @ArchTest
  static final ArchRule yubikitFidoStaysInItsAdapter =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.touchstone.key.ctap.yubikit..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.yubico.yubikit.fido..")
          .because("its maps of integers to objects must not leave the one place that knows them");

  @ArchTest
  static final ArchRule hid4javaStaysInTheHidTransport =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.touchstone.key.transport.hid..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.hid4java..", "com.sun.jna..")
          .because("everybody else speaks of keys and reports, not of USB libraries");

  @ArchTest
  static final ArchRule smartcardioStaysInTheCardTransport =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.touchstone.key.transport.card..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("javax.smartcardio..")
          .because("everybody else speaks of keys and APDUs, not of readers and services");

  @ArchTest
  static final ArchRule sqlStaysInTheStore =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.touchstone.rp.store..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "java.sql..", "javax.sql..", "org.sqlite..", "org.jdbi..", "org.flywaydb..")
          .because("the ceremonies must not care where credentials are kept");

  @ArchTest
  static final ArchRule javalinAndJettyStayInTheHttpServer =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.touchstone.rp.http..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.javalin..", "org.eclipse.jetty..", "jakarta.servlet..")
          .because("accounts, ceremonies and limits must not care by which wire somebody asks");

  @ArchTest
  static final ArchRule webauthnServerStaysWhereCeremoniesAreJudged =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "dev.touchstone.rp.ceremony..", "dev.touchstone.rp.attestation..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("com.yubico.webauthn..")
          .because("it is the judge, and a judge sits in one place");
}
