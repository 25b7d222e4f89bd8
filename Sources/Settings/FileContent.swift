import Foundation

/// What reading a file once gave.
package enum FileContent: Equatable, Sendable {
    /// Its bytes as text.
    case text(String)
    /// Why there is no text; completes a sentence that begins with the file's name.
    case unreadable(String)

    /// Settings are written by people; what is larger is another file. Bytes.
    private static let largest = 4 << 20

    /// Reads a file, following links.
    package init(ofFileAt path: String) {
        do {
            let file = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
            let bytes = try file.read(upToCount: Self.largest + 1) ?? Data()
            try file.close()
            if bytes.count > Self.largest {
                self = .unreadable("it is larger than \(ByteCount.text(Self.largest))")
            } else if let text = String(validating: bytes, as: UTF8.self) {
                self = .text(text)
            } else {
                self = .unreadable("it is not UTF-8 text")
            }
        } catch {
            self = .unreadable(Self.reason(of: error as NSError))
        }
    }

    /// The operating system's own words where it has any.
    private static func reason(of error: NSError) -> String {
        guard let cause = error.userInfo[NSUnderlyingErrorKey] as? NSError, cause.domain == NSPOSIXErrorDomain else {
            return error.localizedDescription
        }
        return String(cString: strerror(Int32(cause.code))).lowercased()
    }
}
