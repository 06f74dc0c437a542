<?php
/**
 * What a post says for itself: whether it has a card, and which facts are taken back.
 */

namespace TomTat;

defined( 'ABSPATH' ) || exit;

add_action( 'init', __NAMESPACE__ . '\register_meta', 20 );

function register_meta() {
	$common = array(
		'type'          => 'string',
		'single'        => true,
		'default'       => '',
		'show_in_rest'  => true,
		'auth_callback' => function ( $allowed, $key, $id ) {
			return current_user_can( 'edit_post', $id );
		},
	);
	foreach ( array_keys( post_types() ) as $type ) {
		// Both editors reach it in this way.
		add_post_type_support( $type, 'custom-fields' );
		register_post_meta( $type, META_CARD, array( 'sanitize_callback' => __NAMESPACE__ . '\read_switch' ) + $common );
		register_post_meta( $type, META_OMIT, array( 'sanitize_callback' => 'sanitize_text_field' ) + $common );
	}
}

/** `yes`, `no`, or empty: by the settings. */
function read_switch( $value ) {
	return in_array( $value, array( 'yes', 'no' ), true ) ? $value : '';
}

function post_words() {
	return array(
		'title'    => __( 'Summary card', 'tom-tat' ),
		'switch'   => __( 'Card in this post', 'tom-tat' ),
		'values'   => array(
			''    => __( 'By the settings', 'tom-tat' ),
			'yes' => __( 'Yes', 'tom-tat' ),
			'no'  => __( 'No', 'tom-tat' ),
		),
		'omit'     => __( 'Facts taken back', 'tom-tat' ),
		'omitHelp' => __( 'With semicolons between: a full name, the number of a document without its type, a figure with the words before it and its unit. A day is left out by the sections.', 'tom-tat' ),
		'card'     => META_CARD,
		'omitKey'  => META_OMIT,
	);
}

add_action( 'enqueue_block_editor_assets', __NAMESPACE__ . '\enqueue_sidebar' );

function enqueue_sidebar() {
	$screen = get_current_screen();
	if ( ! $screen || 'post' !== $screen->base || ! array_key_exists( $screen->post_type, post_types() ) ) {
		return;
	}
	$needs = array( 'wp-plugins', 'wp-edit-post', 'wp-element', 'wp-components', 'wp-data', 'wp-core-data' );
	wp_enqueue_script( 'tom-tat-sidebar', plugins_url( 'assets/sidebar.js', FILE ), $needs, VERSION, true );
	wp_add_inline_script( 'tom-tat-sidebar', 'window.tomTatSidebar = ' . wp_json_encode( post_words() ), 'before' );
}

add_action( 'add_meta_boxes', __NAMESPACE__ . '\add_box' );

/** The same for the classic editor. */
function add_box() {
	add_meta_box(
		'tom-tat',
		__( 'Summary card', 'tom-tat' ),
		__NAMESPACE__ . '\print_box',
		array_keys( post_types() ),
		'side',
		'default',
		array( '__back_compat_meta_box' => true )
	);
}

function print_box( \WP_Post $post ) {
	$words = post_words();
	wp_nonce_field( 'tom-tat-post', 'tom_tat_nonce' );
	printf( '<p><label for="tom-tat-switch">%s</label><br>', esc_html( $words['switch'] ) );
	printf( '<select id="tom-tat-switch" name="%s">', esc_attr( META_CARD ) );
	foreach ( $words['values'] as $value => $label ) {
		$chosen = selected( get_post_meta( $post->ID, META_CARD, true ), $value, false );
		printf( '<option value="%s"%s>%s</option>', esc_attr( $value ), $chosen, esc_html( $label ) );
	}
	printf( '</select></p><p><label for="tom-tat-omit">%s</label><br>', esc_html( $words['omit'] ) );
	$omit = get_post_meta( $post->ID, META_OMIT, true );
	printf( '<input type="text" id="tom-tat-omit" class="widefat" name="%s" value="%s"></p>', esc_attr( META_OMIT ), esc_attr( $omit ) );
	printf( '<p class="description">%s</p>', esc_html( $words['omitHelp'] ) );
}

add_action( 'save_post', __NAMESPACE__ . '\save_box' );

function save_box( $id ) {
	$nonce = isset( $_POST['tom_tat_nonce'] ) ? sanitize_key( wp_unslash( $_POST['tom_tat_nonce'] ) ) : '';
	if ( ! wp_verify_nonce( $nonce, 'tom-tat-post' ) || ! current_user_can( 'edit_post', $id ) || wp_is_post_revision( $id ) ) {
		return;
	}
	foreach ( array( META_CARD, META_OMIT ) as $key ) {
		if ( isset( $_POST[ $key ] ) && is_string( $_POST[ $key ] ) ) {
			update_post_meta( $id, $key, wp_slash( wp_unslash( $_POST[ $key ] ) ) );
		}
	}
}
