"""Trains the network of policy DQN in PyTorch from exported training data, for machines with a GPU or more memory.

    reelgraph export training-data --to training-data
    pip install -r examples/pytorch/requirements.txt
    python examples/pytorch/train_dqn.py training-data --to dqn.safetensors
    reelgraph import policy --from dqn.safetensors

The network and its loss are those of src/recommender/policies/dqn: a softmax over the films that the customer has not
rented, with a film rented up to some rentals later as the target. On several machines, wrap the network in
DistributedDataParallel, or in Ray Train's prepare_model, and give each worker its share of the windows.
"""

import argparse
import json
from pathlib import Path

import numpy as np
import pyarrow.parquet as parquet
import torch
from safetensors.torch import save_file
from torch import nn

NO_FILM = -1


class Network(nn.Module):
    """Q(s, a) = <f(s), e(a)> + b(a), f(s) = A s + MLP(s)."""

    def __init__(self, films, features, rentals, settings, device):
        super().__init__()
        self.decays = settings["decays"]
        embedded = [vector for vector in films["embedding"] if len(vector)]
        dimension = len(embedded[0]) if embedded else settings["dimension"]
        count = len(films["id"])
        has_features = np.array([len(own) > 0 for own in films["features"]])
        own = unit_vectors(films["embedding"], dimension)
        own[has_features] = 0
        self.own = nn.Parameter(torch.tensor(own))
        self.features = nn.Parameter(torch.tensor(unit_vectors(features["embedding"], dimension)))
        self.bias = nn.Parameter(torch.zeros(count))
        self.linear = nn.Parameter(torch.eye(dimension).repeat(len(self.decays), 1) / len(self.decays))
        sizes = [len(self.decays) * dimension, *settings["hidden"], dimension]
        self.layers = nn.ModuleList(nn.Linear(a, b) for a, b in zip(sizes, sizes[1:]))
        for layer in self.layers:
            nn.init.zeros_(layer.bias)
        self.film_dropout = nn.Dropout(settings["filmDropout"])
        self.hidden_dropout = nn.Dropout(settings["hiddenDropout"])
        share = np.where(has_features, rentals / (rentals + settings["shrinkage"]), 1)
        self.register_buffer("share", torch.tensor(share, dtype=torch.float32)[:, None])
        # The weights of the features in film vectors, a sparse matrix [films, features].
        rows = np.repeat(np.arange(count), [len(own) for own in films["features"]])
        columns, weights = (np.concatenate(films[name]) for name in ("features", "weights"))
        self.mixture = torch.sparse_coo_tensor(
            np.stack([rows, columns]).astype(np.int64), weights.astype(np.float32), (count, len(features["name"])),
            check_invariants=True,
        ).to(device)  # fmt: skip

    def film_vectors(self):
        return self.share * self.own + torch.sparse.mm(self.mixture, self.features)

    def action_vectors(self, vectors, profiles):
        """f(s) after each film of the profiles, [rows, places] with NO_FILM for none: [rows, places, dimension]."""
        rows, places = profiles.shape
        present = (profiles != NO_FILM).float()
        rented = vectors[profiles.clamp(min=0)] * self.film_dropout(present)[..., None]
        counts = present.cumsum(1)
        age = torch.arange(places, device=profiles.device)
        age = age[:, None] - age[None, :]
        states = []
        for decay in self.decays:
            weights = torch.where(age >= 0, (1 - decay) * torch.tensor(decay) ** age.clamp(min=0).float(), 0.0)
            scale = torch.where(counts > 0, 1 / (1 - torch.tensor(decay) ** counts.clamp(min=1)), 0.0)
            states.append(torch.einsum("tj,rjd->rtd", weights, rented) * scale[..., None])
        state = torch.cat(states, dim=2)
        hidden = state
        for index, layer in enumerate(self.layers):
            hidden = layer(hidden)
            if index < len(self.layers) - 1:
                hidden = self.hidden_dropout(torch.relu(hidden))
        return state @ self.linear + hidden

    def tensors(self, rentals):
        """The tensors that `reelgraph import policy` reads; layers are [inputs, outputs]."""
        named = {"films.weight": self.film_vectors(), "films.bias": self.bias, "linear.weight": self.linear}
        for index, layer in enumerate(self.layers):
            named[f"layers.{index}.weight"] = layer.weight.T
            named[f"layers.{index}.bias"] = layer.bias
        named["films.rentals"] = torch.tensor(rentals, dtype=torch.float32)
        return {name: tensor.detach().cpu().contiguous() for name, tensor in named.items()}


def unit_vectors(embeddings, dimension):
    """Embeddings of length 1; random vectors for those that are missing."""
    rows = [row if len(row) == dimension else np.random.standard_normal(dimension) for row in embeddings]
    vectors = np.array(rows, dtype=np.float32).reshape(-1, dimension)
    return vectors / np.linalg.norm(vectors, axis=1, keepdims=True)


def read_histories(folder):
    rentals = parquet.read_table(folder / "rentals.parquet", columns=["customer", "film"])
    customers = rentals["customer"].to_numpy()
    starts = np.flatnonzero(customers[1:] != customers[:-1]) + 1
    return np.split(rentals["film"].to_numpy(), starts)


def cut_windows(histories, settings):
    """Stretches (history, from, to) so that every rental is predicted once."""
    size = settings["window"]
    windows = []
    for history in histories:
        first = 1 + np.random.randint(size) if len(history) > size else len(history)
        bounds = [0, *range(first, len(history), size), len(history)]
        windows += [(history, a, b) for a, b in zip(bounds, bounds[1:])]
    np.random.shuffle(windows)
    return windows


def stack(windows, settings):
    """Profiles and targets, [rows, places], and the films rented before each place, as index pairs of a mask."""
    places = max(to - start for _, start, to in windows)
    profiles = np.full((len(windows), places), NO_FILM)
    targets = np.full((len(windows), places), NO_FILM)
    rented = []
    for row, (history, start, to) in enumerate(windows):
        for place in range(to - start):
            before = start + place
            if before > 0:
                profiles[row, place] = history[before - 1]
            ahead = np.random.geometric(1 - settings["discount"]) - 1
            targets[row, place] = history[before + ahead % (len(history) - before)]
            rented.append(np.stack([np.full(before, row * places + place), history[:before]]))
    return torch.tensor(profiles), torch.tensor(targets), torch.tensor(np.concatenate(rented, axis=1))


def train(network, histories, settings, epochs, device):
    optimizer = torch.optim.Adam(network.parameters(), settings["learningRate"])
    average = torch.optim.swa_utils.AveragedModel(
        network,
        avg_fn=lambda mean, now, step: mean + max(settings["targetRate"], 1 / (step + 1)) * (now - mean),
    )
    for epoch in range(epochs):
        windows, losses = cut_windows(histories, settings), []
        for start in range(0, len(windows), settings["batch"]):
            profiles, targets, rented = (
                tensor.to(device) for tensor in stack(windows[start : start + settings["batch"]], settings)
            )
            vectors = network.film_vectors()
            values = network.action_vectors(vectors, profiles) @ vectors.T + network.bias
            logits = values.flatten(0, 1) / settings["temperature"]
            logits = logits.index_put(tuple(rented), torch.tensor(-1e9, device=device))
            loss = nn.functional.cross_entropy(logits, targets.flatten(), ignore_index=NO_FILM)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            average.update_parameters(network)
            losses.append(loss.item())
        print(f"epoch {epoch + 1}: loss {np.mean(losses):.4f}", flush=True)
    return average.module


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path, help="what reelgraph export training-data wrote")
    parser.add_argument("--to", type=Path, default=Path("dqn.safetensors"))
    parser.add_argument("--epochs", type=int, default=10)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--device", default="cuda" if torch.cuda.is_available() else "cpu")
    parser.add_argument("--scores", type=Path, help="also write Q of all films for ten customers, as JSON")
    options = parser.parse_args()
    np.random.seed(options.seed)
    torch.manual_seed(options.seed)

    settings = json.loads((options.folder / "settings.json").read_text())
    films = parquet.read_table(options.folder / "films.parquet").to_pydict()
    features = parquet.read_table(options.folder / "features.parquet").to_pydict()
    histories = read_histories(options.folder)
    rentals = np.bincount(np.concatenate(histories), minlength=len(films["id"])).astype(np.float64)

    network = Network(films, features, rentals, settings, options.device).to(options.device)
    network = train(network, histories, settings, options.epochs, options.device).eval()
    metadata = {"policy": "DQN", "films": json.dumps(films["id"]), "settings": json.dumps(settings)}
    save_file(network.tensors(rentals), options.to, metadata)
    if options.scores:
        with torch.no_grad():
            vectors = network.film_vectors()
            cases = []
            for history in histories[:10]:
                profile = torch.tensor(history[None, :], device=options.device)
                values = network.action_vectors(vectors, profile)[0, -1] @ vectors.T + network.bias
                cases.append({"history": history.tolist(), "scores": values.tolist()})
        options.scores.write_text(json.dumps(cases))


if __name__ == "__main__":
    main()
