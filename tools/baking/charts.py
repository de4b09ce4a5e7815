def bake_charts(a): return {}
