// Order matters: Mantine's sheets sit in a layer of their own, ours stand above them.
import '@mantine/core/styles/baseline.layer.css';
import '@mantine/core/styles/default-css-variables.layer.css';
import '@mantine/core/styles/global.layer.css';
import './tokens.css';
import './fonts.css';
import './base.css';
