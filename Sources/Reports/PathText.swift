/// The commands of an SVG path in whole units, as short as they can be: relative steps, level ones joined.
struct PathText: Equatable, Sendable {
    private var commands = ""
    private var x = 0
    private var y = 0
    /// Level steps that are not written yet; all in one direction.
    private var level = 0
    /// True between the start of a piece and its end.
    private var isOpen = false
    /// True once the piece has a step.
    private var hasSteps = false

    /// The commands; empty for an empty path.
    var text: String {
        var copy = self
        copy.finish()
        return copy.commands
    }

    /// Starts a new piece.
    mutating func move(toX newX: Int, y newY: Int) {
        finish()
        commands += newY < 0 ? "M\(newX)\(newY)" : "M\(newX) \(newY)"
        (x, y, hasSteps) = (newX, newY, false)
        isOpen = true
    }

    /// Draws on from where the pen is.
    mutating func line(toX newX: Int, y newY: Int) {
        let (right, down) = (newX - x, newY - y)
        (x, y) = (newX, newY)
        guard right != 0 || down != 0 else { return }
        if down == 0, level.signum() * right.signum() >= 0 {
            level += right
            return
        }
        flush()
        step(right, down)
    }

    /// Joins the end of the piece to its start.
    mutating func close() {
        flush()
        commands += "z"
        isOpen = false
    }

    /// A piece without a step would not be drawn; with one of no length it is a dot.
    private mutating func finish() {
        flush()
        if isOpen, !hasSteps { commands += "l0 0" }
        isOpen = false
    }

    private mutating func flush() {
        guard level != 0 else { return }
        step(level, 0)
        level = 0
    }

    private mutating func step(_ right: Int, _ down: Int) {
        if !hasSteps { commands += "l" } else if right >= 0 { commands += " " }
        commands += down < 0 ? "\(right)\(down)" : "\(right) \(down)"
        hasSteps = true
    }
}
