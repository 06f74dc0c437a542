<?php
/**
 * The settings: what each may be, and what it is.
 */

namespace TomTat;

defined( 'ABSPATH' ) || exit;

/** Sections of the card, in the order that it has without settings. */
const SECTIONS = array( 'title', 'lead', 'date', 'figures', 'officials', 'directives' );

/** What a fresh installation does. */
function defaults() {
	return array(
		'post_types'  => array( 'post' ),
		'place'       => 'before',
		'density'     => 'short',
		'sections'    => array( 'date', 'figures', 'officials', 'directives' ),
		'limits'      => array(),
		'theme'       => '',
		'lookup'      => '',
		'report'      => '',
		'jsonld'      => 'auto',
		'room_wide'   => 0,
		'room_narrow' => 0,
	);
}

/** Every setting; one that is missing or damaged has its default. */
function settings() {
	$stored = get_option( OPTION );
	return is_array( $stored ) ? read( $stored, defaults() )[0] : defaults();
}

/**
 * Reads settings from outside. What makes no sense keeps its value in `$before`.
 *
 * @return array The settings, and the names of those that were refused.
 */
function read( array $given, array $before ) {
	$settings = $before;
	$refused  = array();
	foreach ( $before as $name => $old ) {
		if ( ! array_key_exists( $name, $given ) ) {
			continue;
		}
		$value = read_one( $name, $given[ $name ] );
		if ( null === $value ) {
			$refused[] = $name;
		} else {
			$settings[ $name ] = $value;
		}
	}
	return array( $settings, $refused );
}

/** One setting in its own form; null where it makes no sense. */
function read_one( $name, $value ) {
	switch ( $name ) {
		case 'post_types':
			return read_list( $value, array_keys( post_types() ) );
		case 'sections':
			return read_sections( $value );
		case 'limits':
			return read_limits( $value );
		case 'room_wide':
		case 'room_narrow':
			return read_number( $value, 2000 );
		case 'lookup':
			return read_template( $value, '{number}' );
		case 'report':
			return read_template( is_string( $value ) && is_email( trim( $value ) ) ? 'mailto:' . trim( $value ) : $value, '' );
		default:
			return is_string( $value ) && in_array( $value, choices( $name ), true ) ? $value : null;
	}
}

/** The values of a setting that is a choice of few. */
function choices( $name ) {
	switch ( $name ) {
		case 'place':
			return array( 'before', 'after', 'none' );
		case 'density':
			return array( 'line', 'short', 'full' );
		case 'jsonld':
			return array( 'auto', 'on', 'off' );
		case 'theme':
			return array_merge( array( '' ), themes() );
		default:
			return array();
	}
}

/** The themes in the card's folder, by the names of their files; looked for once a request. */
function themes() {
	static $names = null;
	if ( null === $names ) {
		$files = glob( plugin_dir_path( FILE ) . 'card/themes/*.css' );
		$names = array_map(
			function ( $file ) {
				return basename( $file, '.css' );
			},
			$files ? $files : array()
		);
	}
	return $names;
}

/** Kinds of posts that readers see, by name, with what they are called. */
function post_types() {
	$types = get_post_types( array( 'public' => true ), 'objects' );
	unset( $types['attachment'] );
	return wp_list_pluck( $types, 'label' );
}

function read_list( $value, array $known ) {
	$value = is_array( $value ) ? array_values( array_filter( $value, 'is_string' ) ) : null;
	// The form sends one empty value along, so that none at all can be told.
	return null === $value ? null : array_values( array_intersect( $known, $value ) );
}

/** Sections in order: as they are stored, or as the form sends them, each with its place. */
function read_sections( $value ) {
	if ( ! is_array( $value ) ) {
		return null;
	}
	if ( wp_is_numeric_array( $value ) ) {
		$sections = array_values( array_filter( $value, 'is_string' ) );
	} else {
		$places = array_filter( array_map( 'absint', array_filter( $value, 'is_scalar' ) ) );
		asort( $places );
		$sections = array_keys( $places );
	}
	$sections = array_values( array_unique( array_intersect( $sections, SECTIONS ) ) );
	return $sections ? $sections : null;
}

/** How many entries of a section show before “Xem thêm”. */
function read_limits( $value ) {
	if ( ! is_array( $value ) ) {
		return null;
	}
	$limits = array();
	foreach ( array( 'figures', 'officials', 'directives' ) as $section ) {
		$given = isset( $value[ $section ] ) ? $value[ $section ] : '';
		if ( '' === $given ) {
			continue;
		}
		$limit = read_number( $given, 50 );
		if ( ! $limit ) {
			return null;
		}
		$limits[ $section ] = $limit;
	}
	return $limits;
}

function read_number( $value, $most ) {
	if ( '' === $value ) {
		return 0;
	}
	$number = is_scalar( $value ) ? filter_var( $value, FILTER_VALIDATE_INT ) : false;
	return false !== $number && $number >= 0 && $number <= $most ? $number : null;
}

/** An address with a place for what is looked up; empty for none. */
function read_template( $value, $needed ) {
	if ( ! is_string( $value ) ) {
		return null;
	}
	$value = trim( $value );
	if ( '' === $value ) {
		return '';
	}
	$known = preg_match( '#^(https?://|/|mailto:)[^\s"<>]*$#', $value );
	$fits  = $known && ( '' === $needed || ( false !== strpos( $value, $needed ) && 0 !== strpos( $value, 'mailto:' ) ) );
	return $fits ? $value : null;
}
