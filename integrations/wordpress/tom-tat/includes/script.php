<?php
/**
 * The card's files: registered always, loaded only where a card is.
 */

namespace TomTat;

defined( 'ABSPATH' ) || exit;

const HANDLE = 'tom-tat';

/** Where the folder of the card is; its files are the same as everywhere. */
function card_url( $file ) {
	return plugins_url( "card/$file", FILE );
}

/** Whether the plugin was copied whole. */
function is_complete() {
	return is_readable( plugin_dir_path( FILE ) . 'card/tom-tat.js' );
}

add_action( 'init', __NAMESPACE__ . '\register_files' );

function register_files() {
	if ( ! is_complete() ) {
		return;
	}
	wp_register_script( HANDLE, card_url( 'tom-tat.js' ), array(), VERSION, true );
	$theme = settings()['theme'];
	// Without a theme, a style without a file still carries the room that is reserved.
	wp_register_style( HANDLE, '' === $theme ? false : card_url( "themes/$theme.css" ), array(), VERSION );
	$room = room();
	if ( '' !== $room ) {
		wp_add_inline_style( HANDLE, $room );
	}
}

/** Has script and theme loaded, however late in the page that is known. */
function enqueue() {
	wp_enqueue_script( HANDLE );
	wp_enqueue_style( HANDLE );
}

add_action( 'wp_enqueue_scripts', __NAMESPACE__ . '\enqueue_early' );

/** What the head already knows to have a card gets its style there, before anything is painted. */
function enqueue_early() {
	$post = is_singular() && is_for_readers() ? get_queried_object() : null;
	if ( $post instanceof \WP_Post && ( has_card( $post->post_content ) || will_have_card( $post ) ) ) {
		enqueue();
	}
}

/** The room that is kept while the card is read, as CSS; empty for none. */
function room() {
	$settings = settings();
	$css      = '';
	if ( $settings['room_wide'] ) {
		$css .= "tom-tat.tom-tat-post{display:block;min-height:{$settings['room_wide']}px}";
	}
	if ( $settings['room_narrow'] ) {
		$css .= "@media(max-width:600px){tom-tat.tom-tat-post{display:block;min-height:{$settings['room_narrow']}px}}";
	}
	return $css;
}
