<?php
/**
 * The card's markup: the element, and what WordPress knows of the post better than any page tells.
 */

namespace TomTat;

defined( 'ABSPATH' ) || exit;

/** Attributes that a block or a shortcode may set for its own card. */
const OWN = array( 'density', 'show', 'limit', 'lang', 'theme', 'heading', 'omit' );

/** The element around the post's text, nearest to the card. */
const CONTENT = '.entry-content,.wp-block-post-content,.post-content,.hentry,article,main';

/**
 * The card of a post, and its script with it; empty where the plugin is not whole.
 *
 * @param \WP_Post $post The post.
 * @param array    $own  Attributes of this card alone.
 * @param string   $text Selector of the element with the post's text, nearest around the card.
 */
function card( \WP_Post $post, array $own = array(), $text = CONTENT ) {
	if ( ! is_complete() ) {
		return '';
	}
	enqueue();
	$attributes = attributes( $post, $own );
	if ( is_own_page( $post ) && ! is_split( $post ) ) {
		$attributes['for'] = $text;
		return element( $attributes, stated( $post ) );
	}
	// The headline of a post in a list stands beside the card already.
	$attributes += array( 'show' => implode( ' ', array_diff( settings()['sections'], array( 'title' ) ) ) );
	$address     = rest_address( $post );
	if ( '' !== $address ) {
		return element( $attributes + array( 'src' => $address ) );
	}
	return element( $attributes, stated( $post ) + array( 'body' => $post->post_content ) );
}

/** Attributes by the settings, by what the post says for itself, and by the card's own. */
function attributes( \WP_Post $post, array $own ) {
	$settings   = settings();
	$attributes = array( 'class' => 'tom-tat-post' );
	if ( 'short' !== $settings['density'] ) {
		$attributes['density'] = $settings['density'];
	}
	if ( defaults()['sections'] !== $settings['sections'] ) {
		$attributes['show'] = implode( ' ', $settings['sections'] );
	}
	$limits = array();
	foreach ( $settings['limits'] as $section => $limit ) {
		$limits[] = "$section:$limit";
	}
	$attributes += array_filter(
		array(
			'limit'  => implode( ' ', $limits ),
			'lookup' => $settings['lookup'],
			'report' => $settings['report'],
			'omit'   => trim( (string) get_post_meta( $post->ID, META_OMIT, true ) ),
		)
	);
	if ( is_own_page( $post ) && wants_linked_data() ) {
		$attributes['jsonld'] = '';
	}
	return array_merge( $attributes, array_filter( array_intersect_key( $own, array_flip( OWN ) ), 'strlen' ) );
}

/** What WordPress knows for certain. */
function stated( \WP_Post $post ) {
	return array(
		'title'     => wp_strip_all_tags( get_the_title( $post ) ),
		'url'       => get_permalink( $post ),
		'published' => get_the_date( 'c', $post ),
		'source'    => wp_specialchars_decode( get_bloginfo( 'name' ), ENT_QUOTES ),
	);
}

function element( array $attributes, $json = null ) {
	$html = '<tom-tat';
	foreach ( $attributes as $name => $value ) {
		$html .= sprintf( ' %s="%s"', $name, esc_attr( $value ) );
	}
	$html .= '>';
	if ( $json ) {
		// No tag can end the script, and no optimiser has a reason to move it.
		$text  = wp_json_encode( $json, JSON_HEX_TAG | JSON_HEX_AMP | JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES );
		$html .= "<script type=\"application/json\" data-show=\"inline\" data-no-optimize=\"1\">$text</script>";
	}
	return $html . '</tom-tat>';
}

/** The post's own REST address, of nothing but what a card reads; empty where there is none. */
function rest_address( \WP_Post $post ) {
	$type = get_post_type_object( $post->post_type );
	if ( ! $type || ! $type->show_in_rest || 'publish' !== $post->post_status ) {
		return '';
	}
	$route = rest_get_route_for_post( $post );
	return $route ? add_query_arg( '_fields', 'title,content,date,link', rest_url( $route ) ) : '';
}

/** Whether this request shows the post on its own. */
function is_own_page( \WP_Post $post ) {
	return is_singular() && get_queried_object_id() === $post->ID;
}

/** Whether the text is cut into several pages, each with a part of the facts only. */
function is_split( \WP_Post $post ) {
	return false !== strpos( $post->post_content, '<!--nextpage-->' );
}

/** Plugins that describe the article to search engines already. */
function has_seo_plugin() {
	foreach ( array( 'WPSEO_VERSION', 'RANK_MATH_VERSION', 'AIOSEO_VERSION', 'SEOPRESS_VERSION', 'THE_SEO_FRAMEWORK_VERSION', 'SLIM_SEO_VER' ) as $name ) {
		if ( defined( $name ) ) {
			return true;
		}
	}
	return false;
}

function wants_linked_data() {
	$wish = settings()['jsonld'];
	return 'on' === $wish || ( 'auto' === $wish && ! has_seo_plugin() );
}
