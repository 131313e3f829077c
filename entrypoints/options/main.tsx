import '../../components/tokens.css';
import '../../components/shared.css';
import '../../components/surface.css';
import '../../components/watchlist/watchlist.css';
import '../../components/options/options.css';
import '../../components/options/feedback.css';
import '../../components/options/thesis/thesis.css';
import '../../components/options/data/data.css';
import { render } from 'preact';
import { nameLanguage } from '../../components/look';
import { Options } from '../../components/options/options';

nameLanguage();
render(<Options />, document.getElementById('app')!);
