import 'vant/es/button/style/index.mjs';
import 'vant/es/cell-group/style/index.mjs';
import 'vant/es/config-provider/style/index.mjs';
import 'vant/es/dialog/style/index.mjs';
import 'vant/es/field/style/index.mjs';
import 'vant/es/loading/style/index.mjs';
import './styles.css';
import { createApp } from 'vue';
import App from './App.vue';

createApp(App).mount('#app');
