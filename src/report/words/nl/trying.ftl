# Een stap verder: step, improve, whynot.
