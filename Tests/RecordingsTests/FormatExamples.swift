import Testing

@testable import Recordings

/// A recording whose format is known.
struct FormatExample: CustomTestStringConvertible, Sendable {
    let format: RecordingFormat
    let text: String
    var testDescription: String { format.rawValue }
    var bytes: [UInt8] { Array(text.utf8) }
}

/// A small recording in every format, with everything in it that is good or bad, for the tests that hold for all formats.
enum FormatExamples {
    static let all: [FormatExample] = [
        (.csv, single), (.csv, wide), (.csv, long), (.export, export), (.query, query), (.openmetrics, openMetrics),
        (.influx, influx), (.andon, andon),
    ].map { FormatExample(format: $0, text: $1) }

    static let single =
        "\u{FEFF}timestamp,value\r\n1,1.5\r\n\r\n2014-04-10 07:15:00,-2\r\nbad,3\r\n3,\r\n4,x\r\n5,6\r\n"
        + "2014-04-10 07:15:05,1\n2014-04-10T07:15:10,2\n2014-04-10 07:15:00+01:00,3\n\"8\",9\n8,NaN\n8, 7 \n9,8"

    static let wide = """
        timestamp,cpu,"mem{host=""a,b"",service=""cart""}",
        1,10,20,
        2,,21,
        3,11,,
        4,N/A,22,
        5,12
        6,nan,,
        7,y,x,
        8,13,23,24

        """

    static let long = """
        timestamp,series,value
        1,cpu,10
        1,"mem{host=""a"",service=""cart""}",20
        2,cpu,10
        2,"mem{host=""a"",service=""cart""}",20
        2,mem{service="cart",host="a"},21
        3,mem{,22
        3,,22
        4,cpu,
        5,cpu,ten
        6,"cpu,5
        7,cpu,70
        7,cpus,71
        7,cpu ,72

        """

    static let export = #"""
        {"metric":{"__name__":"up","job":"a\u00e9\n","x":"\ud83d\ude00"},"values":[1,null,2.5e3],"timestamps":[1000000000000,1000000001000,1000000002000]}

        {"metric":{"__name__":"up"},"values":["NaN","4"],"timestamps":[1000000003000,1000000004000],"more":{"a":[1,{}],"b":true}}
        {"metric":{"__name__":"up"},"values":[1,2],"timestamps":[1000000003000]}
        {"timestamps":[1000000005000],"values":[7],"metric":{"job":"b"}}
        {"metric":{"__name__":"up"},"values":[1,2
        {"metric":{"__name__":"up"},"values":[1,],"timestamps":[1000000003000]}
        {"metric":{"__name__":"up"},"values":[[1000000006.5,"8"]]} x
        [1]
        {"metric":{"__name__":"up","job":"a
        {"metric":{"__name__":"up"},"values":[9],"timestamps":[1000000007000]}
        """#

    static let query = #"""
        {"status":"success","isPartial":false,"data":{"resultType":"matrix","result":[
        {"metric":{"__name__":"up","job":"p\"q"},"values":[[1435781430.781,"1"],[1435781445.781,"NaN"],[1435781460.781,"3.5"]]},
        {"values":[[1435781430,"1"]],"metric":{}},
        {"metric":{"__name__":"bad"},"values":[[1435781430,"1"],[1435781430],[1435781431,"2"]]},
        {"metric":{"__name__":"odd"},"value":[1435781430,"+Inf"]},
        {"metric":{"__name__":"last"},"value":[1435781430.5,"4"],"histograms":[[1,{"count":"2"}]]}
        ]},"warnings":["w"]}
        """#

    static let openMetrics = #"""
        # HELP http_requests_total Requests.
        # TYPE http_requests_total counter
        http_requests_total{code="200",path="a\"}\\ b\n"} 1027 1395066363000
        http_requests_total{code="200",path="a\"}\\ b\n"} 1028 1395066364000
        http_requests_total{code="400"} 3 1395066363.5
        rpc_seconds_bucket{le="+Inf"} 5 1395066363 # {trace_id="KOO5S4vxi0o"} 0.67 1395066360
        rpc_seconds_bucket{le="+Inf"} 6 1395066364
        gone NaN 1395066363
        infinite +Inf 1395066363
        untimed 5
        untimed 5 # {a="b"} 1
        1bad 5 1395066363
        open{a="b 5 1395066363
        wrong five 1395066363
        late 5 yesterday
        many 5 1 2
          spaced  {a = "b"}	7	1395066363
        # EOF
        """#

    static let influx = #"""
        # DDL
        cpu,host=a,region=eu\ west usage=1.5,idle=98i,up=true,note="a, \"b\" =c" 1395066363000000000
        cpu,host=a,region=eu\ west usage=2.5,idle=97i,up=f 1395066364000000000
        we\,ird,t\=g=v\,1 fie\ ld=1u 1395066363
        ,host=a alone=3 1395066363000
        mem used=NaN 1395066363000000
        mem used=1
        mem used= 1395066363
        mem used=1i5 1395066363
        mem 1395066363
        mem,host used=1 1395066363
        mem used=1,note="open 1395066363
        mem note="only text" 1395066363
        mem used=1 soon
        mem used=1 1395066363 2
        mem used=5 1395066365
        """#

    static let andon = #"""
        {"series":[{"name":"cpu","labels":{"host":"a"}},{"name":"mem","labels":{}}],"ref":[0,1,0],"time":[1700000000000,1700000000000,1700000001000],"value":[1,2.5,null]}
        {"close":true}
        {"change":{"id":"c1","time":"2023-11-14T22:13:20Z","service":null,"what":"deployed","labels":{"host":"a"}}}
        {"change":{"id":"c2","what":"deployed"}}
        {"series":[{"name":"cpu","labels":{"host":"a"}}],"ref":[1],"time":[1700000000000],"value":[1]}
        {"series":[{"name":"cpu","labels":{"host":"a"}}],"ref":[0],"time":[1700000002000,1],"value":[1]}
        {"close":false}
        {}
        {"series":[{"labels":{}}],"ref":[],"time":[],"value":[]}
        {"series":[{"name":"cpu","labels":{"host":"a"}}],"ref":[0],"time":[17.5],"value":[-1e-05]}
        {"close":true
        {"close":true}
        """#
}
