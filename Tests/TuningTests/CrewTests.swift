import Synchronization
import Testing

@testable import Tuning

@Suite struct CrewTests {
    @Test(arguments: [1, 2, 4, 100])
    func productsComeInTheOrderOfItems(_ concurrency: Int) async {
        let products = await Crew.work(on: 50, workers: MadeHistory.workers(concurrency)) { $0 * 2 }
        #expect(products == (0..<50).map { $0 * 2 })
    }

    @Test func workBeginsNoMoreThanAllowedAtOnce() async {
        let counts = Mutex((now: 0, most: 0))
        _ = await Crew.work(on: 200, workers: MadeHistory.workers(2)) { index in
            counts.withLock {
                $0.now += 1
                $0.most = max($0.most, $0.now)
            }
            let sum = (0..<1000).reduce(index, &+)
            counts.withLock { $0.now -= 1 }
            return sum
        }
        #expect(counts.withLock { $0.most } <= 2)
    }

    @Test func eachFinishedItemIsTold() async {
        var told: [Int] = []
        _ = await Crew.work(on: 5, workers: MadeHistory.workers(2)) {
            $0
        } finished: {
            told.append($0)
        }
        #expect(told == [1, 2, 3, 4, 5])
    }

    @Test func aCancelledTaskBeginsNothingFurther() async {
        let products = await withTaskGroup(of: [Int?].self) { group in
            group.addTask {
                await Crew.work(on: 10, workers: MadeHistory.workers(1)) {
                    $0
                } finished: { done in
                    if done == 3 { withUnsafeCurrentTask { $0?.cancel() } }
                }
            }
            return await group.next() ?? []
        }
        #expect(products == [0, 1, 2, nil, nil, nil, nil, nil, nil, nil])
    }

    @Test func noItemsNoProducts() async {
        #expect(await Crew.work(on: 0, workers: MadeHistory.workers(3)) { $0 }.isEmpty)
    }
}
