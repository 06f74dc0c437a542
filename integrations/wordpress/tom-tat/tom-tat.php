<?php
/**
 * Plugin Name:       Tóm Tắt
 * Description:       A summary card for each article: the day, the officials and their posts, the documents cited and the key figures, each leading back to its sentence. Read in the browser, nothing is sent anywhere.
 * Version:           0.1.0
 * Requires at least: 6.0
 * Requires PHP:      7.4
 * License:           MIT OR Apache-2.0
 * Text Domain:       tom-tat
 * Domain Path:       /languages
 */

namespace TomTat;

defined( 'ABSPATH' ) || exit;

const VERSION = '0.1.0';
const FILE    = __FILE__;

/** The option with every setting, and what a post says for itself. */
const OPTION    = 'tom_tat';
const META_CARD = '_tom_tat_card';
const META_OMIT = '_tom_tat_omit';

foreach ( array( 'settings', 'script', 'card', 'content', 'block', 'shortcode', 'post', 'allowed', 'optimisers', 'notices', 'page' ) as $part ) {
	require __DIR__ . "/includes/$part.php";
}

add_action(
	'init',
	function () {
		load_plugin_textdomain( 'tom-tat', false, dirname( plugin_basename( FILE ) ) . '/languages' );
	},
	1
);
