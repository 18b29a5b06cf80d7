// Order matters: the first sheet fixes the order of the cascade layers.
import './layers.css';
import '@mantine/core/styles/baseline.layer.css';
import '@mantine/core/styles/default-css-variables.layer.css';
import '@mantine/core/styles/global.layer.css';
import './tokens.css';
import './fonts.css';
import './base.css';
