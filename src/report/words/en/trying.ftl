# One step further: step, improve, whynot.
