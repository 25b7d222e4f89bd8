/// Works on many items at once, on as many workers as there are.
enum Crew {
    /// Products in the order of the items, whatever the order in which they were finished.
    ///
    /// When the task is cancelled no further item is begun; the products of those not done are `nil`.
    /// - Parameters:
    ///   - workers: each works on one item at a time.
    ///   - finished: called after each item, with the number of those that are done.
    static func work<Product: Sendable>(
        on count: Int, workers: [any TrialWorker], _ item: @escaping @Sendable (Int) -> Product?,
        finished: (Int) -> Void = { _ in }
    ) async -> [Product?] {
        await withTaskGroup(of: (index: Int, worker: any TrialWorker, product: Product?).self) { group in
            var products = [Product?](repeating: nil, count: count)
            var next = 0
            var done = 0
            func begin(_ worker: any TrialWorker) {
                guard next < count, !Task.isCancelled else { return }
                let index = next
                group.addTask { (index, worker, await worker.make { item(index) }) }
                next += 1
            }
            for worker in workers { begin(worker) }
            while let (index, worker, product) = await group.next() {
                products[index] = product
                done += 1
                finished(done)
                begin(worker)
            }
            return products
        }
    }
}
