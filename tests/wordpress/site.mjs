// Debian's WordPress with MariaDB and PHP, started on loopback with data of its own, and stopped in the end.

import { execFile } from 'node:child_process';
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { root } from '../e2e/harness.mjs';
import { freePort, start, until } from '../e2e/processes.mjs';

const run = promisify(execFile);
const SOURCE = '/usr/share/wordpress';
/** What `cargo xtask` assembled. */
const PLUGIN = join(root, 'target/wordpress/tom-tat');

// Each file of tests has a site of its own.
const name = basename(process.argv[1] ?? 'site').split('.')[0];
const folder = join(root, 'target/wordpress/sites', name);
const site = join(folder, 'site');
const socket = join(folder, 'sock');

/** Everybody's. */
export const PASSWORD = 'mot hai ba bon';

async function database() {
  const data = join(folder, 'data');
  const user = ['--user=root'];
  await run('mariadb-install-db', ['--no-defaults', `--datadir=${data}`, '--auth-root-authentication-method=normal', '--skip-test-db', ...user]);
  start('/usr/sbin/mariadbd', ['--no-defaults', `--datadir=${data}`, `--socket=${socket}`, '--skip-networking', '--skip-log-bin', '--innodb-flush-log-at-trx-commit=0', ...user]);
  const ask = (words) => run('mariadb', ['--no-defaults', `--socket=${socket}`, '-uroot', '-e', words]);
  await until('MariaDB', () => ask('select 1'));
  await ask('create database wordpress character set utf8mb4');
}

const CONFIG = (origin) => `<?php
define('DB_NAME', 'wordpress'); define('DB_USER', 'root'); define('DB_PASSWORD', '');
define('DB_HOST', 'localhost:${socket}'); define('DB_CHARSET', 'utf8mb4'); define('DB_COLLATE', '');
define('WP_HOME', '${origin}'); define('WP_SITEURL', '${origin}');
define('WP_DEBUG', true); define('WP_DEBUG_LOG', '${join(folder, 'debug.log')}'); define('WP_DEBUG_DISPLAY', false);
define('WP_HTTP_BLOCK_EXTERNAL', true); define('AUTOMATIC_UPDATER_DISABLED', true); define('DISABLE_WP_CRON', true);
foreach (['AUTH', 'SECURE_AUTH', 'LOGGED_IN', 'NONCE'] as $name) { define($name . '_KEY', $name); define($name . '_SALT', $name); }
$table_prefix = 'wp_';
defined('ABSPATH') || define('ABSPATH', __DIR__ . '/');
require_once ABSPATH . 'wp-settings.php';
`;

/** Files as they are, everything else by WordPress: what a webmaster's rewrite rules do. */
const ROUTER = `<?php
$path = rawurldecode(parse_url($_SERVER['REQUEST_URI'], PHP_URL_PATH));
$file = __DIR__ . $path;
if (is_dir($file) && is_file($file . '/index.php')) { $file = rtrim($file, '/') . '/index.php'; }
if ($path !== '/' && is_file($file)) {
  if (substr($file, -4) !== '.php') { return false; }
  $_SERVER['SCRIPT_NAME'] = $_SERVER['PHP_SELF'] = substr($file, strlen(__DIR__));
  $_SERVER['SCRIPT_FILENAME'] = $file;
  chdir(dirname($file));
  require $file;
  return true;
}
$_SERVER['SCRIPT_NAME'] = $_SERVER['PHP_SELF'] = '/index.php';
chdir(__DIR__);
require __DIR__ . '/index.php';
`;

async function files(origin) {
  await cp(SOURCE, site, { recursive: true, dereference: true, filter: (path) => !path.includes('/languages/') || /\/(vi|admin-vi|vi[-.])/.test(path) });
  await rm(join(site, 'wp-config.php'), { force: true });
  await writeFile(join(site, 'wp-config.php'), CONFIG(origin));
  await writeFile(join(site, 'router.php'), ROUTER);
  await mkdir(join(site, 'wp-content/uploads'), { recursive: true });
  await plug();
}

const plugin = join(site, 'wp-content/plugins/tom-tat');

/** Copies the plugin's folder, as it is handed out, over the one that is there. */
export const plug = () => cp(PLUGIN, plugin, { recursive: true });

/** Runs PHP in WordPress, as if `user` had asked for it; gives back what the code returns. */
export async function php(code, user = 'admin') {
  const program = `<?php define('WP_ADMIN', true); $_SERVER['HTTP_HOST'] = '127.0.0.1'; $_SERVER['REQUEST_METHOD'] = 'GET';
    require '${site}/wp-load.php'; require_once ABSPATH . 'wp-admin/includes/admin.php';
    if ($found = get_user_by('login', '${user}')) { wp_set_current_user($found->ID); }
    $result = (function () { ${code} })();
    echo "\\n#result:" . json_encode($result, JSON_UNESCAPED_UNICODE);`;
  // Not as an argument: those are short.
  const asked = run('php', { maxBuffer: 50e6 });
  asked.child.stdin.end(program);
  const { stdout } = await asked.catch((error) => { throw new Error(error.stdout + error.stderr); });
  const [, result] = stdout.split('#result:');
  if (result === undefined) throw new Error(stdout);
  return JSON.parse(result);
}

const install = (origin) => run('php', ['-r', `define('WP_INSTALLING', true); $_SERVER['HTTP_HOST'] = '${new URL(origin).host}';
  require '${site}/wp-load.php'; require_once ABSPATH . 'wp-admin/includes/upgrade.php';
  wp_install('Cổng thông tin', 'admin', 'admin@example.gov.vn', true, '', '${PASSWORD}', 'vi');
  foreach (['author', 'contributor', 'editor', 'subscriber'] as $role)
    wp_insert_user(['user_login' => $role, 'user_pass' => '${PASSWORD}', 'role' => $role, 'user_email' => "$role@example.gov.vn"]);
  update_option('WPLANG', 'vi'); wp_delete_post(1, true); wp_delete_post(2, true);
  update_option('permalink_structure', '/%postname%/'); update_option('timezone_string', 'Asia/Ho_Chi_Minh');
  update_option('blog_public', 0);
  foreach (get_users() as $user) update_user_meta($user->ID, 'show_welcome_panel', 0);
  flush_rewrite_rules();`]);

/** What PHP complained of in the plugin's name. */
export const faults = async () => {
  const log = await readFile(join(folder, 'debug.log'), 'utf8').catch(() => '');
  return log.split('\n').filter((line) => /tom-tat|TomTat/.test(line));
};

/** Starts a fresh WordPress, with nothing of the plugin's done yet; its address. */
export async function wordpress() {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  await Promise.all([database(), files(origin)]);
  await install(origin);
  start('php', ['-S', `127.0.0.1:${port}`, '-t', site, join(site, 'router.php')], {
    env: { ...process.env, PHP_CLI_SERVER_WORKERS: '4' } });
  await until('PHP', () => fetch(origin).then(({ ok }) => ok));
  return origin;
}
