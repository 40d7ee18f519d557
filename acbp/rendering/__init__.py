"""Plan + figures + brand + language → HTML → PDF."""
