package dev.touchstone.key.ctap.yubikit;

import com.upokecenter.cbor.CBORObject;
import dev.touchstone.key.ctap.BioEnrollment;
import dev.touchstone.key.ctap.BioEnrollment.CancelCurrentEnrollment;
import dev.touchstone.key.ctap.BioEnrollment.Done;
import dev.touchstone.key.ctap.BioEnrollment.EnrollBegin;
import dev.touchstone.key.ctap.BioEnrollment.EnrollCaptureNextSample;
import dev.touchstone.key.ctap.BioEnrollment.EnumerateEnrollments;
import dev.touchstone.key.ctap.BioEnrollment.GetModality;
import dev.touchstone.key.ctap.BioEnrollment.GetSensorInfo;
import dev.touchstone.key.ctap.BioEnrollment.RemoveEnrollment;
import dev.touchstone.key.ctap.BioEnrollment.Sample;
import dev.touchstone.key.ctap.BioEnrollment.SetFriendlyName;
import dev.touchstone.key.ctap.BioEnrollment.Template;
import dev.touchstone.key.ctap.Bytes;
import dev.touchstone.key.ctap.KeyException.ReplyGarbled;
import dev.touchstone.key.ctap.Proof;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** CTAP 2.3 §6.7 on the wire. */
final class BioEnrollmentExchange {

  static final int CODE = 0x09;

  private static final int FINGERPRINT = 0x01;

  private BioEnrollmentExchange() {}

  static Exchange<?> of(BioEnrollment<?> command) {
    return switch (command) {
      case GetModality _ ->
          exchange(
              CBORObject.NewMap().Add(6, true), map -> new GetModality.Reply(map.requiredCount(1)));
      case GetSensorInfo _ -> exchange(subCommand(0x07), BioEnrollmentExchange::sensorInfo);
      case EnrollBegin begin ->
          exchange(
              signed(0x01, timed(CBORObject.NewMap(), begin.timeoutMillis()), begin.proof()),
              map -> new EnrollBegin.Reply(map.requiredBytes(4), sample(map)));
      case EnrollCaptureNextSample next ->
          exchange(
              signed(0x02, timed(template(next.templateId()), next.timeoutMillis()), next.proof()),
              BioEnrollmentExchange::sample);
      case CancelCurrentEnrollment _ -> exchange(subCommand(0x03), _ -> new Done());
      case EnumerateEnrollments all ->
          exchange(
              signed(0x04, CBORObject.NewMap(), all.proof()), BioEnrollmentExchange::templates);
      case SetFriendlyName rename ->
          exchange(
              signed(0x05, template(rename.templateId()).Add(2, rename.name()), rename.proof()),
              _ -> new Done());
      case RemoveEnrollment remove ->
          exchange(signed(0x06, template(remove.templateId()), remove.proof()), _ -> new Done());
    };
  }

  private static <R> Exchange<R> exchange(CBORObject parameters, Exchange.ReplyReader<R> reader) {
    return new Exchange<>(CODE, Optional.of(parameters), reader);
  }

  private static CBORObject subCommand(int number) {
    return CBORObject.NewMap().Add(1, FINGERPRINT).Add(2, number);
  }

  /** Details are left away where there are none. */
  private static CBORObject signed(int number, CBORObject details, Proof proof) {
    return Parameters.proven(
            new Parameters.Members(2, 3, 5, 4),
            new byte[] {FINGERPRINT},
            number,
            details.size() == 0 ? Optional.empty() : Optional.of(details),
            proof)
        .Add(1, FINGERPRINT);
  }

  private static CBORObject template(Bytes id) {
    return CBORObject.NewMap().Add(1, id.toArray());
  }

  private static CBORObject timed(CBORObject details, OptionalInt timeoutMillis) {
    timeoutMillis.ifPresent(millis -> details.Add(3, millis));
    return details;
  }

  private static GetSensorInfo.Reply sensorInfo(ReplyMap map) throws ReplyGarbled {
    return new GetSensorInfo.Reply(map.count(2), map.count(3), map.count(8));
  }

  private static Sample sample(ReplyMap map) throws ReplyGarbled {
    return new Sample(map.requiredCount(5), map.requiredCount(6));
  }

  private static EnumerateEnrollments.Reply templates(ReplyMap map) throws ReplyGarbled {
    List<Template> templates = new ArrayList<>();
    for (CBORObject element : map.elements(7)) {
      ReplyMap info = ReplyMap.of(element, "the description of a fingerprint");
      templates.add(new Template(info.requiredBytes(1), info.text(2)));
    }
    return new EnumerateEnrollments.Reply(templates);
  }
}
