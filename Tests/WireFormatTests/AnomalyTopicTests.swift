import Samples
import Testing
import WireFormat

@Suite struct AnomalyTopicTests {
    @Test(arguments: [
        ("cart", "cart"), ("shop.cart", "shop_cart"), ("my cart\n", "my_cart_"), ("a\u{0}\u{7F}\u{2028}b", "a___b"),
        ("", "none"), (".", "_"), ("Kä-se_1", "Kä-se_1"),
    ])
    func makesAServiceSafe(_ service: String, _ part: String) {
        #expect(AnomalyTopic.topic(severity: .critical, service: service) == "anomaly.critical.\(part)")
    }

    @Test func namesNoServiceNone() {
        #expect(AnomalyTopic.topic(severity: .info, service: nil) == "anomaly.info.none")
    }
}
