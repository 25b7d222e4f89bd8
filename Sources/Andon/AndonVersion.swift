/// Which Andon this is.
enum AndonVersion {
    static let text = "0.1.0"
}
