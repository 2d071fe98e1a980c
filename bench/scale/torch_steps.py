"""Prints the CPU milliseconds of learning steps in PyTorch with one thread, several rounds of each, as JSON.

The shapes are those of bench/scale/steps.ts, and the network of DQN is that of examples/pytorch.
"""

import json
import os
import sys
import time
from pathlib import Path

for name in ("OMP_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[name] = "1"
import numpy as np
import torch
from torch import nn

sys.path.insert(0, str(Path(__file__).parents[2] / "examples" / "pytorch"))
from train_dqn import Network, cut_windows, stack  # noqa: E402

torch.set_num_threads(1)
np.random.seed(1)
settings = json.loads(sys.argv[1])
ROUNDS = 5


def timed(step, calls):
    step(), step()
    times = []
    for _ in range(ROUNDS):
        began = time.process_time()
        for _ in range(calls):
            step()
        times.append(1_000 * (time.process_time() - began) / calls)
    return times


def tutorial():
    films = nn.functional.normalize(torch.randn(1_000, 100), dim=1)
    layers = [nn.Linear(100, 200), nn.ReLU(), nn.Linear(200, 200), nn.ReLU(), nn.Dropout(0.25), nn.Linear(200, 200)]
    network = nn.Sequential(*layers, nn.ReLU(), nn.Dropout(0.25), nn.Linear(200, 100))
    optimizer = torch.optim.Adam(network.parameters(), 0.001)
    memory = torch.randn(10_000, 2, 100)

    def step():
        with torch.no_grad():
            (films @ nn.functional.normalize(network(memory[:1, 0]), dim=1).T).squeeze().topk(5)
        batch = memory[torch.randint(10_000, (128,))]
        loss = nn.functional.mse_loss(network(batch[:, 0]), batch[:, 1])
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        return loss.item()

    return step


def dqn(films=1_682, customers=943, rentals=106):
    histories = [
        np.random.permutation(np.unique((films * np.random.rand(2 * rentals) ** 2).astype(int)))[:rentals]
        for _ in range(customers)
    ]
    table = {
        "id": [str(film) for film in range(films)],
        "features": [[film % 20] for film in range(films)],
        "weights": [[1.0]] * films,
        "embedding": [[]] * films,
    }
    features = {"name": [str(feature) for feature in range(20)], "embedding": [[]] * 20}
    counts = np.bincount(np.concatenate(histories), minlength=films).astype(np.float64)
    network = Network(table, features, counts, settings, "cpu")
    optimizer = torch.optim.Adam(network.parameters(), settings["learningRate"])
    average = [parameter.detach().clone() for parameter in network.parameters()]
    waiting = []

    def step():
        if not waiting:
            waiting.extend(cut_windows(histories, settings))
        taken, positions = [], 0
        while waiting and len(taken) < settings["batch"] and positions < settings["positions"] - settings["window"]:
            taken.append(waiting.pop())
            positions += taken[-1][2] - taken[-1][1]
        profiles, targets, rented = stack(taken, settings)
        vectors = network.film_vectors()
        present = (targets != -1).flatten().nonzero().squeeze(1)
        actions = network.action_vectors(vectors, profiles).flatten(0, 1)[present]
        logits = (actions @ vectors.T + network.bias) / settings["temperature"]
        rows = torch.full((targets.numel(),), -1)
        rows[present] = torch.arange(len(present))
        logits = logits.index_put((rows[rented[0]], rented[1]), torch.tensor(-1e9))
        loss = nn.functional.cross_entropy(logits, targets.flatten()[present])
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        torch._foreach_lerp_(average, [p.detach() for p in network.parameters()], settings["targetRate"])
        return loss.item()

    return step


print(json.dumps({"tutorial": timed(tutorial(), 60), "dqn": timed(dqn(), 3)}))
