import '../../components/tokens.css';
import '../../components/shared.css';
import '../../components/surface.css';
import '../../components/popup/popup.css';
import { render } from 'preact';
import { Popup } from '../../components/popup/popup';

render(<Popup />, document.getElementById('app')!);
