/// A place where trials are made one after the other.
///
/// A trial takes seconds: whoever has other things to do meanwhile gives workers with a thread of their own.
package protocol TrialWorker: Actor {}

extension TrialWorker {
    /// Makes a trial here.
    func make<Product: Sendable>(_ trial: @Sendable () -> Product) -> Product { trial() }
}
