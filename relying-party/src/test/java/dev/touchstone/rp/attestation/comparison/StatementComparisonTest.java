package dev.touchstone.rp.attestation.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.fixture.key.Surroundings;
import dev.touchstone.fixture.key.VirtualKey;
import dev.touchstone.fixture.key.attestation.Laboratory;
import dev.touchstone.fixture.key.metadata.MetadataBlob;
import dev.touchstone.fixture.key.model.KeyModel;
import dev.touchstone.fixture.key.model.KeyModels;
import dev.touchstone.rp.attestation.comparison.ComparedMember.Verdict;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatementComparisonTest {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  @Test
  void everyVirtualKeyIsWhatItsStatementSays() throws Exception {
    Laboratory laboratory = Laboratory.forgetful(InstantSource.system(), new SecureRandom());
    for (KeyModel model : KeyModels.all()) {
      if (model.speaksCtap2()) {
        StatementComparison comparison =
            StatementComparison.of(stated(model, laboratory), told(model, laboratory));

        assertThat(comparison.contradictions()).as(model.name()).isEmpty();
        assertThat(comparison.members()).as(model.name()).hasSizeGreaterThan(5);
      }
    }
  }

  @Test
  void aKeyOfAnotherModelContradictsTheStatement() throws Exception {
    Laboratory laboratory = Laboratory.forgetful(InstantSource.system(), new SecureRandom());

    StatementComparison comparison =
        StatementComparison.of(
            stated(KeyModels.TOUCHSTONE, laboratory), told(KeyModels.TINY, laboratory));

    assertThat(comparison.contradictions()).extracting(ComparedMember::name).contains("aaguid");
    assertThat(comparison.summary()).contains("contradicts its vendor");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'versions':['FIDO_2_0','U2F_V2']}|{'versions':['U2F_V2','FIDO_2_0']}|SAME",
        "{'versions':['FIDO_2_1']}|{'versions':['FIDO_2_0']}|DIFFERENT",
        "{'pinUvAuthProtocols':[2,1]}|{'pinUvAuthProtocols':[1,2]}|DIFFERENT",
        "{'maxMsgSize':1200}|{'maxMsgSize':1200}|SAME",
        "{'maxMsgSize':1200}|{'maxMsgSize':2048}|DIFFERENT",
        "{'maxMsgSize':1200}|{}|NOT_TOLD",
        "{}|{'maxMsgSize':1200}|NOT_STATED",
        "{'firmwareVersion':5}|{'firmwareVersion':7}|SAME",
        "{'firmwareVersion':7}|{'firmwareVersion':5}|DIFFERENT",
        "{'minPINLength':4}|{'minPINLength':8}|STATE",
        "{'options':{'clientPin':false}}|{'options':{'clientPin':true}}|STATE",
        "{'options':{'rk':true}}|{'options':{'rk':false}}|DIFFERENT",
        "{'options':{'rk':true}}|{'options':{}}|NOT_TOLD",
        "{'aaguid':'0132D110-BF4E-4208-A403-AB4F5F12EFE5'}|{'aaguid':'0132d110bf4e4208a403ab4f5f12efe5'}|SAME",
        "{'algorithms':[{'type':'public-key','alg':-7}]}|{'algorithms':[{'alg':-7,'type':'public-key'}]}|SAME",
        "{'somethingNew':1}|{'somethingNew':2}|DIFFERENT",
        "{'versions':'no list'}|{'versions':['FIDO_2_0']}|DIFFERENT"
      })
  void membersCompareByWhatTheyMean(String stated, String told, Verdict verdict) throws Exception {
    ComparedMember member =
        StatementComparison.of(object(stated), object(told)).members().getFirst();

    assertThat(member.verdict()).isEqualTo(verdict);
    assertThat(member.why()).endsWith(".");
  }

  @Test
  void whatAKeyLacksIsNamed() throws Exception {
    assertThat(
            StatementComparison.of(
                    object("{'extensions':['credProtect','hmac-secret']}"),
                    object("{'extensions':['hmac-secret','credBlob']}"))
                .members()
                .getFirst()
                .why())
        .contains("lacks credProtect")
        .contains("has credBlob besides");
  }

  @Test
  void whatIsNoMapOfCborIsNoAnswer() {
    assertThat(GetInfoJson.of(new byte[0])).isEmpty();
    assertThat(GetInfoJson.of(new byte[] {1})).isEmpty();
    assertThat(GetInfoJson.of(new byte[] {(byte) 0xa1})).isEmpty();
  }

  @Test
  void aMemberWithAnUnknownNumberIsNamedByIt() {
    assertThat(GetInfoJson.of(new byte[] {(byte) 0xa1, 0x18, 0x2a, 0x07}).orElseThrow().toString())
        .isEqualTo("{\"0x2a\":7}");
  }

  private static ObjectNode told(KeyModel model, Laboratory laboratory) throws Exception {
    try (VirtualKey key = VirtualKey.open(model, laboratory, Surroundings.forgetful())) {
      byte[] reply = key.sendCtap2(new byte[] {4});
      return GetInfoJson.of(Arrays.copyOfRange(reply, 1, reply.length)).orElseThrow();
    }
  }

  private static ObjectNode stated(KeyModel model, Laboratory laboratory) throws Exception {
    String blob = MetadataBlob.build(laboratory, List.of(model), Map.of(), InstantSource.system());
    return (ObjectNode)
        MAPPER
            .readTree(Base64.getUrlDecoder().decode(blob.split("\\.", -1)[1]))
            .path("entries")
            .get(0)
            .path("metadataStatement")
            .path("authenticatorGetInfo");
  }

  private static ObjectNode object(String json) throws Exception {
    return (ObjectNode) MAPPER.readTree(json.replace('\'', '"'));
  }
}
