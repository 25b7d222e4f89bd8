import Glibc

extension Endpoint {
    /// Why an `ipc` path must not be bound, or `nil` when it may.
    ///
    /// libzmq removes whatever lies at the path before it binds: a second daemon would silently take the first one's
    /// clients, and a mistyped path would delete a file. So look first.
    func obstacleToBinding() -> MessagingError? {
        guard transport == .ipc, !isWildcard, !address.hasPrefix("@") else { return nil }
        var status = stat()
        guard lstat(address, &status) == 0 else { return nil }
        guard status.st_mode & S_IFMT == S_IFSOCK else {
            return .invalidEndpoint(text: description, why: "there is something at that path which is not a socket")
        }
        return isServed ? .addressInUse(self) : nil
    }

    /// True when somebody accepts connections at the path of this `ipc` endpoint.
    private var isServed: Bool {
        let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { return false }
        defer { Glibc.close(descriptor) }
        var name = sockaddr_un()
        name.sun_family = sa_family_t(AF_UNIX)
        // The rest of the path stays zero, and parsing has left room for one.
        withUnsafeMutableBytes(of: &name.sun_path) { $0.copyBytes(from: address.utf8) }
        return withUnsafePointer(to: &name) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                Glibc.connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size)) == 0
            }
        }
    }
}
