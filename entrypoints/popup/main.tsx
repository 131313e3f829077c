import '../../components/tokens.css';
import '../../components/shared.css';
import '../../components/surface.css';
import '../../components/popup/popup.css';
import { render } from 'preact';
import { nameLanguage } from '../../components/look';
import { Popup } from '../../components/popup/popup';

nameLanguage();
render(<Popup />, document.getElementById('app')!);
