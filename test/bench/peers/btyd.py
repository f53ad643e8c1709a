"""BG/NBD by maximum likelihood with scipy: reads x,t_x,T in weeks, prints {"seconds", "loglik", "params"} as its last line.

The log-likelihood in numpy over all customers at once, BFGS over log-parameters from one start, times scaled to a mean age of ten.
"""
import json
import sys
import time

import numpy as np
from scipy.optimize import minimize
from scipy.special import betaln, gammaln

x, tx, T = np.loadtxt(sys.argv[1], delimiter=",", unpack=True)


def fit():
    scale = 10 / T.mean()
    t_last, age, came = tx * scale, T * scale, x > 0

    def deviance(logs):
        r, alpha, a, b = np.exp(logs)
        here = -(r + x) * np.log(alpha + age)
        left = np.where(came, np.log(a) - np.log(b + np.maximum(x, 1) - 1) - (r + x) * np.log(alpha + t_last), -np.inf)
        total = gammaln(r + x) - gammaln(r) + r * np.log(alpha) + betaln(a, b + x) - betaln(a, b) + np.logaddexp(here, left)
        return -total.mean()

    found = minimize(deviance, np.log([0.5, 2.0, 1.0, 3.0]), method="BFGS")
    r, alpha, a, b = np.exp(found.x)
    return -found.fun * len(x) + x.sum() * np.log(scale), [r, alpha / scale, a, b]


seconds = []
for _ in range(3):
    start = time.perf_counter()
    loglik, params = fit()
    seconds.append(time.perf_counter() - start)
print(json.dumps({"seconds": sorted(seconds)[1], "loglik": loglik, "params": params}))
