#!/usr/bin/env python3
"""Times the workloads of brickwork.SpeedTable in NumPy and in PyTorch, for the column beside ours.

    peers.py versions                 what is installed
    peers.py step NAME THREADS        one training step: forward, backward and plain gradient descent, the batch in place
    peers.py predict NAME THREADS     one row forward
    peers.py product N THREADS        C = A B of N x N in f32

Each answer is a line of fields parted by blanks: the peer, then a number; microseconds, the median over rounds of about 50 ms.
Only NumPy is needed; what is missing is said in a line that begins with "missing".
"""
import os
import statistics
import sys
import time

THREADS = sys.argv[3] if len(sys.argv) > 3 else "1"
for variable in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[variable] = THREADS

try:
    import numpy
except ImportError:
    print("missing numpy")
    sys.exit(0)
try:
    import torch
    torch.set_num_threads(int(THREADS))
except ImportError:
    torch = None

# units of the layers, hidden activation, last activation and loss, batch, rate: those of brickwork.StepBenchmark
NETWORKS = {
    "xor": ((2, 3, 2), "sigmoid", "sigmoid mse", 4, 0.5),
    "xor50": ((2, 50, 2), "sigmoid", "sigmoid mse", 4, 0.5),
    "moons32": ((2, 25, 50, 50, 25, 1), "relu", "sigmoid bce", 32, 0.01),
    "moons": ((2, 25, 50, 50, 25, 1), "relu", "sigmoid bce", 900, 0.01),
    "digits": ((784, 50, 10), "sigmoid", "softmax cross_entropy", 100, 0.1),
    "wide": ((784, 1024, 1024, 10), "relu", "softmax cross_entropy", 256, 0.1),
}
SECONDS = 2.0
ROUND = 0.05


def samples(units, end, batch):
    """Standard normal inputs, a class for each row, and the targets the loss compares with."""
    draw = numpy.random.default_rng(1)
    inputs = draw.standard_normal((batch, units[0]))
    classes = draw.integers(0, max(2, units[-1]), batch)
    if units[-1] == 1:
        targets = classes[:, None].astype(float)
    else:
        targets = numpy.zeros((batch, units[-1]))
        targets[numpy.arange(batch), classes] = 1
    return inputs, classes, targets


def logistic(z):
    return 1 / (1 + numpy.exp(-z))


def normalized(z):
    powers = numpy.exp(z - z.max(axis=1, keepdims=True))
    return powers / powers.sum(axis=1, keepdims=True)


class NumpyNetwork:
    """As the articles write it: an array a layer, one line a formula."""

    def __init__(self, name, number):
        self.units, self.hidden, self.end, self.batch, rate = NETWORKS[name]
        inputs, _, targets = samples(self.units, self.end, self.batch)
        self.inputs, self.targets, self.rate = inputs.astype(number), targets.astype(number), number(rate)
        draw = numpy.random.default_rng(2)
        pairs = list(zip(self.units[:-1], self.units[1:]))
        self.weights = [(0.1 * draw.standard_normal(pair)).astype(number) for pair in pairs]
        self.biases = [numpy.zeros(pair[1], number) for pair in pairs]

    def forward(self, rows):
        layers = [rows]
        last = len(self.weights) - 1
        for i, (weight, bias) in enumerate(zip(self.weights, self.biases)):
            z = layers[-1] @ weight + bias
            if i == last:
                layers.append(normalized(z) if self.end.startswith("softmax") else logistic(z))
            else:
                layers.append(numpy.maximum(z, 0) if self.hidden == "relu" else logistic(z))
        return layers

    def step(self):
        layers = self.forward(self.inputs)
        out = layers.pop()
        delta = (out - self.targets) / self.inputs.dtype.type(self.batch)
        if self.end.endswith("mse"):
            delta *= 2 * out * (1 - out) / self.inputs.dtype.type(self.units[-1])
        for i in reversed(range(len(self.weights))):
            below = layers[i]
            weight_gradient, bias_gradient = below.T @ delta, delta.sum(axis=0)
            if i > 0:
                delta = delta @ self.weights[i].T
                delta *= below > 0 if self.hidden == "relu" else below * (1 - below)
            self.weights[i] -= self.rate * weight_gradient
            self.biases[i] -= self.rate * bias_gradient

    def predict(self):
        return self.forward(self.inputs[:1])[-1]


class TorchNetwork:
    """Eager mode: modules, a loss, the optimizer of the library."""

    def __init__(self, name):
        units, hidden, end, batch, rate = NETWORKS[name]
        inputs, classes, targets = samples(units, end, batch)
        self.inputs = torch.tensor(inputs, dtype=torch.float32)
        parts = []
        for i, (below, above) in enumerate(zip(units[:-1], units[1:])):
            parts.append(torch.nn.Linear(below, above))
            if i < len(units) - 2:
                parts.append(torch.nn.ReLU() if hidden == "relu" else torch.nn.Sigmoid())
            elif end.startswith("sigmoid"):
                parts.append(torch.nn.Sigmoid())
        self.network = torch.nn.Sequential(*parts)
        if end.startswith("softmax"):
            self.loss, self.targets = torch.nn.CrossEntropyLoss(), torch.tensor(classes)
        else:
            self.loss = torch.nn.MSELoss() if end.endswith("mse") else torch.nn.BCELoss()
            self.targets = torch.tensor(targets, dtype=torch.float32)
        self.optimizer = torch.optim.SGD(self.network.parameters(), lr=rate)

    def step(self):
        self.optimizer.zero_grad()
        self.loss(self.network(self.inputs), self.targets).backward()
        self.optimizer.step()

    def predict(self):
        with torch.no_grad():
            return self.network(self.inputs[:1])


def microseconds(work):
    """The median time of one call, after a warm-up of a tenth of the time."""
    calls, began = 0, time.perf_counter()
    while calls < 3 or time.perf_counter() - began < SECONDS / 10:
        work()
        calls += 1
    per_round = max(1, round(calls * ROUND / (time.perf_counter() - began)))
    times, began = [], time.perf_counter()
    while len(times) < 5 or time.perf_counter() - began < SECONDS:
        start = time.perf_counter()
        for _ in range(per_round):
            work()
        times.append((time.perf_counter() - start) / per_round)
    return 1e6 * statistics.median(times)


def tell(peer, work):
    print(peer, round(microseconds(work), 3), flush=True)


def main():
    if len(sys.argv) < 2 or sys.argv[1] == "versions":
        print("numpy", numpy.__version__)
        print("torch " + torch.__version__ if torch else "missing torch")
        return
    kind, name = sys.argv[1], sys.argv[2]
    if kind == "product":
        draw = numpy.random.default_rng(3)
        a, b = (draw.standard_normal((int(name), int(name))).astype(numpy.float32) for _ in range(2))
        c = numpy.empty_like(a)
        tell("numpy", lambda: numpy.matmul(a, b, out=c))
        return
    tell("numpy", getattr(NumpyNetwork(name, numpy.float64), kind))
    tell("numpy", getattr(NumpyNetwork(name, numpy.float32), kind))
    if torch:
        tell("torch", getattr(TorchNetwork(name), kind))


main()
