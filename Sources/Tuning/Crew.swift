/// Works on many items at once, on as many threads as it is allowed.
enum Crew {
    /// Products in the order of the items, whatever the order in which they were finished.
    ///
    /// When the task is cancelled no further item is begun; the products of those not done are `nil`.
    /// - Parameters:
    ///   - concurrency: how many items are worked on at the same time at most.
    ///   - finished: called after each item, with the number of those that are done.
    static func work<Product: Sendable>(
        on count: Int, concurrency: Int, _ item: @escaping @Sendable (Int) -> Product?,
        finished: (Int) -> Void = { _ in }
    ) async -> [Product?] {
        await withTaskGroup(of: (index: Int, product: Product?).self) { group in
            var products = [Product?](repeating: nil, count: count)
            var next = 0
            var done = 0
            func begin() {
                guard next < count, !Task.isCancelled else { return }
                let index = next
                group.addTask { (index, item(index)) }
                next += 1
            }
            for _ in 0..<min(concurrency, count) { begin() }
            while let (index, product) = await group.next() {
                products[index] = product
                done += 1
                finished(done)
                begin()
            }
            return products
        }
    }
}
