import '../../components/tokens.css';
import '../../components/shared.css';
import '../../components/surface.css';
import '../../components/card/card.css';
import '../../components/lookup/lookup.css';
import { render } from 'preact';
import { nameLanguage } from '../../components/look';
import { LookUp } from '../../components/lookup/lookup';

nameLanguage();
render(<LookUp />, document.getElementById('app')!);
