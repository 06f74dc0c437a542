<?php
/**
 * Marks and lists that keep optimisers off the loader: it finds its other files beside itself, and
 * joined with others or written into the page it has no place of its own.
 */

namespace TomTat;

defined( 'ABSPATH' ) || exit;

add_filter( 'script_loader_tag', __NAMESPACE__ . '\mark_script', 10, 2 );

function mark_script( $tag, $handle ) {
	if ( HANDLE !== $handle || ! is_string( $tag ) || false !== strpos( $tag, 'data-cfasync' ) ) {
		return $tag;
	}
	$marks = 'async data-cfasync="false" data-no-optimize="1" data-no-minify="1" data-pagespeed-no-defer nowprocket';
	return preg_replace( '/<script\b(?=[^>]*\ssrc=)/', "<script $marks", $tag, 1 );
}

// Autoptimize takes one list with commas between.
add_filter(
	'autoptimize_filter_js_exclude',
	function ( $list ) {
		return is_string( $list ) ? "$list, tom-tat.js" : $list;
	}
);

// The others take lists of paths: WP Rocket, LiteSpeed Cache, SG Optimizer, Perfmatters.
$lists = array(
	'rocket_exclude_js',
	'rocket_exclude_defer_js',
	'litespeed_optimize_js_excludes',
	'litespeed_optm_js_defer_exc',
	'sgo_javascript_combine_exclude',
	'sgo_js_minify_exclude',
	'perfmatters_minify_js_exclusions',
);
foreach ( $lists as $list ) {
	add_filter(
		$list,
		function ( $paths ) use ( $list ) {
			if ( ! is_array( $paths ) ) {
				return $paths;
			}
			// SG Optimizer goes by handles.
			$paths[] = 0 === strpos( $list, 'sgo_' ) ? HANDLE : 'tom-tat.js';
			return $paths;
		}
	);
}
