import '../../components/tokens.css';
import '../../components/shared.css';
import '../../components/surface.css';
import '../../components/welcome/welcome.css';
import { render } from 'preact';
import { nameLanguage } from '../../components/look';
import { Welcome } from '../../components/welcome/welcome';

nameLanguage();
render(<Welcome />, document.getElementById('app')!);
