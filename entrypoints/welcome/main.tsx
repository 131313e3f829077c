import '../../components/tokens.css';
import '../../components/shared.css';
import '../../components/surface.css';
import '../../components/welcome/welcome.css';
import { render } from 'preact';
import { Welcome } from '../../components/welcome/welcome';

render(<Welcome />, document.getElementById('app')!);
