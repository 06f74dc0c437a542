<?php
/**
 * The card before or after the text of a post, by itself.
 */

namespace TomTat;

defined( 'ABSPATH' ) || exit;

// Behind paragraphs, blocks and shortcodes, which would change or double what is put in here.
add_filter( 'the_content', __NAMESPACE__ . '\with_card', 20 );

function with_card( $content ) {
	$post = get_post();
	if ( ! $post instanceof \WP_Post || ! is_string( $content ) ) {
		return $content;
	}
	if ( ! is_for_readers() || has_card( $content ) ) {
		return $content;
	}
	if ( ! is_own_page( $post ) || ! will_have_card( $post ) ) {
		return $content;
	}
	seen_by_theme();
	// Whatever the theme calls it: what stands around the text.
	$card = card( $post, array(), ':not(tom-tat)' );
	return 'after' === settings()['place'] ? "$content\n$card" : "$card\n$content";
}

/** Whether there is a card already: by a block, a shortcode, or an author's own tag. */
function has_card( $content ) {
	return false !== strpos( $content, '<tom-tat' )
		|| preg_match( '/<[a-z]+\b[^>]*\sdata-tom-tat\b/i', $content )
		|| has_block( 'tom-tat/card', $content )
		|| has_shortcode( $content, 'tom_tat' );
}

/** Whether the post gets a card by the settings and by its own switch. */
function will_have_card( \WP_Post $post ) {
	$settings = settings();
	$wish     = get_post_meta( $post->ID, META_CARD, true );
	$general  = in_array( $post->post_type, $settings['post_types'], true );
	return 'none' !== $settings['place']
		&& ( 'yes' === $wish || ( 'no' !== $wish && $general ) )
		&& ! post_password_required( $post );
}

/** Whether this is a page of HTML for a person: no feed, excerpt, embed, AMP, REST answer. */
function is_for_readers() {
	return ! is_feed() && ! is_embed() && ! is_admin() && ! is_amp()
		&& ! ( defined( 'REST_REQUEST' ) && REST_REQUEST )
		&& ! doing_filter( 'get_the_excerpt' );
}

function is_amp() {
	return ( function_exists( 'amp_is_request' ) && amp_is_request() )
		|| ( function_exists( 'is_amp_endpoint' ) && is_amp_endpoint() )
		|| ( function_exists( 'ampforwp_is_amp_endpoint' ) && ampforwp_is_amp_endpoint() );
}

// Tags that somebody wrote, wherever: they need the script.
foreach ( array( 'the_content', 'widget_text', 'widget_block_content', 'render_block_core/html' ) as $filter ) {
	add_filter( $filter, __NAMESPACE__ . '\enqueue_for_tags', 30 );
}

function enqueue_for_tags( $content ) {
	if ( is_string( $content ) && is_complete() && is_for_readers()
		&& preg_match( '/<tom-tat|\sdata-tom-tat\b/i', $content ) ) {
		enqueue();
	}
	return $content;
}
