"""Trustworthiness of the map of the first 5,000 rows: trust.py ROWS.f32 DIMS MAP.f32"""
import sys
import numpy as np
from sklearn.manifold import trustworthiness

rows, dims, places = sys.argv[1], int(sys.argv[2]), sys.argv[3]
take = lambda file, d: np.fromfile(file, "<f4").reshape(-1, d)[:5000]
print(trustworthiness(take(rows, dims), take(places, 2)))
