import Foundation
import FoundationXML

/// What a strict reader finds in markup.
final class MarkupFacts: NSObject, XMLParserDelegate {
    private(set) var elements: [String: Int] = [:]
    private(set) var ids: [String] = []
    private(set) var links: [String] = []
    private(set) var attributes: Set<String> = []
    private(set) var text = ""
    /// `nil` where the markup is well-formed.
    private(set) var problem: String?

    init(_ markup: String) {
        super.init()
        let parser = XMLParser(data: Data(markup.utf8))
        parser.delegate = self
        if !parser.parse(), problem == nil { problem = "not well-formed" }
    }

    func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
        attributes found: [String: String]
    ) {
        elements[name, default: 0] += 1
        attributes.formUnion(found.keys)
        if let id = found["id"] { ids.append(id) }
        if let link = found["href"] { links.append(link) }
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) {
        text += string
    }

    func parser(_ parser: XMLParser, parseErrorOccurred error: any Error) {
        problem = "line \(parser.lineNumber), column \(parser.columnNumber): \(error)"
    }
}
