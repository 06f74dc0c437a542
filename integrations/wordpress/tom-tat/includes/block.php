<?php
/**
 * The block: a card anywhere in a post, a query loop or a template.
 */

namespace TomTat;

defined( 'ABSPATH' ) || exit;

// Behind the files that it names.
add_action( 'init', __NAMESPACE__ . '\register_block', 11 );

function register_block() {
	if ( ! is_complete() ) {
		return;
	}
	wp_register_script(
		'tom-tat-block',
		plugins_url( 'block/block.js', FILE ),
		array( 'wp-blocks', 'wp-element', 'wp-block-editor', 'wp-components', 'wp-data' ),
		VERSION,
		true
	);
	wp_add_inline_script( 'tom-tat-block', 'window.tomTatBlock = ' . wp_json_encode( block_words() ), 'before' );
	register_block_type( plugin_dir_path( FILE ) . 'block', array( 'render_callback' => __NAMESPACE__ . '\render_block' ) );
}

/** What the block says in the editor. */
function block_words() {
	return array(
		'title'       => __( 'Summary card', 'tom-tat' ),
		'description' => __( 'Day, officials, documents and figures of the post, each leading back to its sentence.', 'tom-tat' ),
		'none'        => __( 'Here is the summary card of the post that is shown.', 'tom-tat' ),
		'empty'       => __( 'No facts in the post yet: readers will see no card.', 'tom-tat' ),
		'panel'       => __( 'Card', 'tom-tat' ),
		'density'     => __( 'Density', 'tom-tat' ),
		'densities'   => array(
			''      => __( 'By the settings', 'tom-tat' ),
			'line'  => __( 'Two lines', 'tom-tat' ),
			'short' => __( 'Short', 'tom-tat' ),
			'full'  => __( 'Full', 'tom-tat' ),
		),
		'show'        => __( 'Sections', 'tom-tat' ),
		'sections'    => section_titles(),
		'omitKey'     => META_OMIT,
		// What readers see without anything of the block's own.
		'settings'    => array(
			'density' => settings()['density'],
			'show'    => implode( ' ', settings()['sections'] ),
		),
	);
}

function render_block( $attributes, $content, $block ) {
	$id   = isset( $block->context['postId'] ) ? $block->context['postId'] : get_the_ID();
	$post = get_post( $id );
	if ( ! $post instanceof \WP_Post || ! is_for_readers() || post_password_required( $post ) ) {
		return '';
	}
	return sprintf( '<div %s>%s</div>', get_block_wrapper_attributes(), card( $post, $attributes ) );
}
