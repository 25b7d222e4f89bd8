#!/usr/bin/env python3
"""Publishes samples to Andon and prints the anomalies that come back. Needs pyzmq; protobuf for publish_protobuf.

    python3 config/clients/publish_and_subscribe.py --help

A message to Andon has two parts, `topic | body`, and the body is JSON; or three, `topic | header | body`, with a protobuf
header. What Andon publishes always has three.
"""
import argparse
import json
import sys
import time

import zmq


def publisher(context, endpoint):
    """A PUSH socket waits when Andon does not take more; a PUB socket would lose messages instead."""
    socket = context.socket(zmq.PUSH)
    socket.setsockopt(zmq.LINGER, 5000)
    socket.connect(endpoint)
    return socket


def subscriber(context, endpoint, topic="anomaly."):
    socket = context.socket(zmq.SUB)
    socket.setsockopt_string(zmq.SUBSCRIBE, topic)
    socket.connect(endpoint)
    return socket


def publish_json(socket, series, times, values, topic="metric.python"):
    """One batch as JSON columns. `series` is name{label="value"}; times are unix milliseconds."""
    body = {"series": [series], "ref": [0] * len(values), "time": times, "value": values}
    socket.send_multipart([topic.encode(), json.dumps(body).encode()])


def publish_protobuf(socket, wire, sequence, samples, topic="metric.python", publisher="python"):
    """One batch as protobuf: samples are (name, labels, time in unix milliseconds, value).

    `wire` has the Header and the MetricBatch that protoc makes of Sources/WireFormat/andon/v1/*.proto.
    """
    header = wire.Header(
        publisher=publisher, sequence=sequence, content_type="application/x-protobuf", sent_at_ms=int(time.time() * 1000)
    )
    batch = wire.MetricBatch(base_time_ms=samples[0][2])
    previous = samples[0][2]
    for ref, (name, labels, at, value) in enumerate(samples):
        batch.series.add(ref=ref, name=name, labels=labels)
        batch.ref.append(ref)
        batch.time_delta_ms.append(at - previous)
        batch.value.append(value)
        previous = at
    socket.send_multipart([topic.encode(), header.SerializeToString(), batch.SerializeToString()])


def publish_change(socket, service, what, time_ms):
    body = {"time": time_ms, "service": service, "what": what}
    socket.send_multipart([b"change.deployment", json.dumps(body).encode()])


def publish_feedback(socket, verdict, by, **members):
    """What an operator says: `verdict` is true, false, expected or new_normal as text; `members` are anomaly or series, note, …"""
    socket.send_multipart([b"feedback.python", json.dumps({"verdict": verdict, "by": by, **members}).encode()])


def anomalies(socket, seconds):
    """Yields the anomalies that come within so many seconds, each as the dictionary in the event's `data`."""
    end = time.monotonic() + seconds
    while (left := end - time.monotonic()) > 0:
        if socket.poll(left * 1000):
            topic, header, body = socket.recv_multipart()
            yield json.loads(body)["data"]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--publish", default="tcp://127.0.0.1:5561", help="a PULL door of Andon")
    parser.add_argument("--subscribe", default="tcp://127.0.0.1:5562", help="an exit of Andon")
    parser.add_argument("--seconds", type=float, default=10, help="how long to listen")
    parser.add_argument("series", help='name{label="value"}')
    parser.add_argument("values", type=float, nargs="+", help="one sample each, taken now")
    arguments = parser.parse_args()
    context = zmq.Context()
    incoming = subscriber(context, arguments.subscribe)
    outgoing = publisher(context, arguments.publish)
    now = int(time.time() * 1000)
    times = [now + i for i in range(len(arguments.values))]
    publish_json(outgoing, arguments.series, times, arguments.values)
    for anomaly in anomalies(incoming, arguments.seconds):
        print(anomaly["phase"], anomaly["severity"], anomaly["series"]["name"], anomaly["value"], anomaly["suspects"])
    outgoing.close()
    incoming.close()
    context.term()


if __name__ == "__main__":
    sys.exit(main())
