<?php
/**
 * What went wrong is told to those who can mend it, and to nobody else.
 */

namespace TomTat;

defined( 'ABSPATH' ) || exit;

/** Set while a theme does not call the_content(), by the post where that was seen. */
const UNSEEN = 'tom_tat_unseen';

/** Remembers that the theme asked for the post's text through the filter. */
function seen_by_theme( $ask = false ) {
	static $seen = false;
	if ( ! $ask ) {
		$seen = true;
	}
	return $seen;
}

add_action( 'wp_footer', __NAMESPACE__ . '\notice_missing_content', 999 );

/** A theme that prints the text without the filter the_content leaves no place for the card. */
function notice_missing_content() {
	$post = get_queried_object();
	if ( ! current_user_can( 'manage_options' ) || ! is_singular() || ! $post instanceof \WP_Post ) {
		return;
	}
	if ( ! is_for_readers() || ! is_complete() || ! will_have_card( $post ) || has_card( $post->post_content ) ) {
		return;
	}
	if ( ! seen_by_theme( true ) ) {
		update_option( UNSEEN, $post->ID, false );
	} elseif ( get_option( UNSEEN ) ) {
		delete_option( UNSEEN );
	}
}

add_action( 'admin_notices', __NAMESPACE__ . '\print_notices' );

function print_notices() {
	if ( ! current_user_can( 'manage_options' ) ) {
		return;
	}
	if ( ! is_complete() ) {
		print_notice( 'error', __( 'Tóm Tắt: the folder “card” is missing or cannot be read, so there are no cards. Copy the plugin’s whole folder again.', 'tom-tat' ) );
	}
	$unseen = absint( get_option( UNSEEN ) );
	if ( $unseen ) {
		print_notice(
			'warning',
			sprintf(
				/* translators: %s: title of a post. */
				__( 'Tóm Tắt: the theme does not call the_content() for “%s”, so the card has no place there. Put the block “Summary card” or the shortcode [tom_tat] into the template.', 'tom-tat' ),
				get_the_title( $unseen )
			)
		);
	}
}

function print_notice( $kind, $text ) {
	printf( '<div class="notice notice-%s"><p>%s</p></div>', esc_attr( $kind ), esc_html( $text ) );
}
