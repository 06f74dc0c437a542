<?php
/**
 * The shortcode `[tom_tat density="line"]`, for classic editors and templates.
 */

namespace TomTat;

defined( 'ABSPATH' ) || exit;

add_shortcode( 'tom_tat', __NAMESPACE__ . '\shortcode' );

function shortcode( $attributes ) {
	$attributes = is_array( $attributes ) ? $attributes : array();
	$post       = get_post( isset( $attributes['id'] ) ? absint( $attributes['id'] ) : null );
	if ( ! $post instanceof \WP_Post || ! is_for_readers() || ! is_visible( $post ) ) {
		return '';
	}
	return card( $post, array_filter( $attributes, 'is_string' ) );
}

/** Whether whoever looks at the page may read the post: an author can name any by its id. */
function is_visible( \WP_Post $post ) {
	$seen = 'publish' === $post->post_status || current_user_can( 'read_post', $post->ID );
	return $seen && ! post_password_required( $post );
}
