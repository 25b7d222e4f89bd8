#!/bin/sh
# Makes Generated/ from the .proto files, with protoc 3.21 or later and the swift-protobuf that the package resolves.
# PROTOC_GEN_SWIFT names the plugin where it is not in the package's own .build.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
plugin=${PROTOC_GEN_SWIFT:-$root/.build/debug/protoc-gen-swift}
[ -x "$plugin" ] || swift build --package-path "$root" --product protoc-gen-swift

protoc --plugin=protoc-gen-swift="$plugin" \
    --proto_path="$here" --swift_out="$here/Generated" \
    --swift_opt=Visibility=Package --swift_opt=UseAccessLevelOnImports=true --swift_opt=FileNaming=PathToUnderscores \
    "$here"/andon/v1/*.proto
