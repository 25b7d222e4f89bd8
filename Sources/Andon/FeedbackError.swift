/// What keeps feedback from being sent or shown.
enum FeedbackError: Error, CustomStringConvertible {
    case notTaken(door: String)
    case noAnswer(String)

    var description: String {
        switch self {
        case .notTaken(let door): "no daemon takes feedback at \(door); --to names another PULL door"
        case .noAnswer(let sentence): "\(sentence) --from names another HTTP address"
        }
    }
}
