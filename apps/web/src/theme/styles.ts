// Mantine's sheets stand in the cascade layer `mantine`, ours in none: ours win in whatever order they load.
import '@mantine/core/styles/baseline.layer.css';
import '@mantine/core/styles/default-css-variables.layer.css';
import '@mantine/core/styles/global.layer.css';
import './tokens.css';
import './fonts.css';
import './base.css';
