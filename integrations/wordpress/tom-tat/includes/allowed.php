<?php
/**
 * The element in what authors write: WordPress and TinyMCE take away what they do not know.
 */

namespace TomTat;

defined( 'ABSPATH' ) || exit;

/**
 * What an author may write, who may write links and pictures, too. Not `base`, which names a folder of
 * scripts, nor `jsonld` and `debug`, which are the site's to decide.
 */
const AUTHORS = array(
	'src', 'for', 'lang', 'density', 'show', 'limit', 'omit', 'theme', 'loading', 'heading', 'lookup', 'report', 'class', 'id',
);

add_filter( 'wp_kses_allowed_html', __NAMESPACE__ . '\allow_element', 10, 2 );

function allow_element( $tags, $context ) {
	if ( 'post' === $context && is_array( $tags ) ) {
		$tags['tom-tat']      = array_fill_keys( AUTHORS, true );
		$tags['tom-tat-list'] = $tags['tom-tat'] + array( 'count' => true );
	}
	return $tags;
}

add_filter( 'tiny_mce_before_init', __NAMESPACE__ . '\teach_tinymce' );

function teach_tinymce( $options ) {
	$more = array(
		'custom_elements'         => 'tom-tat,tom-tat-list',
		'extended_valid_elements' => 'tom-tat[*],tom-tat-list[*]',
	);
	foreach ( $more as $name => $words ) {
		$options[ $name ] = empty( $options[ $name ] ) ? $words : $options[ $name ] . ',' . $words;
	}
	return $options;
}
