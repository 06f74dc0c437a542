<?php
/**
 * The settings page.
 */

namespace TomTat;

defined( 'ABSPATH' ) || exit;

const PAGE = 'tom-tat';

add_action( 'admin_menu', __NAMESPACE__ . '\add_page' );

function add_page() {
	$hook = add_options_page( __( 'Summary card', 'tom-tat' ), __( 'Tóm Tắt', 'tom-tat' ), 'manage_options', PAGE, __NAMESPACE__ . '\print_page' );
	add_action(
		"admin_print_styles-$hook",
		function () {
			wp_enqueue_style( 'tom-tat-admin', plugins_url( 'assets/admin.css', FILE ), array(), VERSION );
		}
	);
}

add_filter( 'plugin_action_links_' . plugin_basename( FILE ), __NAMESPACE__ . '\add_link' );

function add_link( $links ) {
	$address = admin_url( 'options-general.php?page=' . PAGE );
	array_unshift( $links, sprintf( '<a href="%s">%s</a>', esc_url( $address ), esc_html__( 'Settings', 'tom-tat' ) ) );
	return $links;
}

add_action( 'admin_init', __NAMESPACE__ . '\register_setting_fields' );

function register_setting_fields() {
	register_setting( PAGE, OPTION, array( 'sanitize_callback' => __NAMESPACE__ . '\save' ) );
	add_settings_section( 'main', '', '__return_null', PAGE );
	foreach ( labels() as $name => $label ) {
		$callback = function () use ( $name ) {
			call_user_func( __NAMESPACE__ . "\\field_$name", settings()[ $name ], OPTION . "[$name]" );
		};
		add_settings_field( $name, esc_html( $label ), $callback, PAGE, 'main' );
	}
}

/** What the settings are called, in the order of the page. */
function labels() {
	return array(
		'post_types'  => __( 'Posts with a card', 'tom-tat' ),
		'place'       => __( 'Place', 'tom-tat' ),
		'density'     => __( 'Density', 'tom-tat' ),
		'sections'    => __( 'Sections and their order', 'tom-tat' ),
		'limits'      => __( 'Entries before “Xem thêm”', 'tom-tat' ),
		'theme'       => __( 'Theme', 'tom-tat' ),
		'lookup'      => __( 'Look-up address of documents', 'tom-tat' ),
		'report'      => __( 'Address for “Báo sai”', 'tom-tat' ),
		'jsonld'      => __( 'Structured data (JSON-LD)', 'tom-tat' ),
		'room_wide'   => __( 'Room to reserve, computer', 'tom-tat' ),
		'room_narrow' => __( 'Room to reserve, phone', 'tom-tat' ),
	);
}

/** Keeps what makes no sense as it was, and names it. */
function save( $given ) {
	$before = settings();
	if ( ! is_array( $given ) ) {
		return $before;
	}
	list( $settings, $refused ) = read( $given, $before );
	foreach ( $refused as $name ) {
		add_settings_error(
			OPTION,
			$name,
			/* translators: %s: name of a setting. */
			sprintf( __( '%s: this cannot be read and stays as it was; the other settings are saved.', 'tom-tat' ), labels()[ $name ] ) . ' ' . hint( $name )
		);
	}
	return $settings;
}

/** What a setting may be, where that is not plain from its field. */
function hint( $name ) {
	$hints = array(
		'sections' => __( 'At least one section has to show.', 'tom-tat' ),
		'limits'   => __( 'Whole numbers from 1 to 50.', 'tom-tat' ),
		'lookup'   => __( 'An address that begins with https:// or / and holds {number}.', 'tom-tat' ),
		'report'   => __( 'An address that begins with https://, / or mailto:.', 'tom-tat' ),
	);
	return isset( $hints[ $name ] ) ? $hints[ $name ] : '';
}

function print_page() {
	echo '<div class="wrap tom-tat-settings"><h1>' . esc_html__( 'Summary card', 'tom-tat' ) . '</h1>';
	echo '<form method="post" action="options.php">';
	settings_fields( PAGE );
	do_settings_sections( PAGE );
	submit_button();
	echo '</form></div>';
}

function field_post_types( $value, $name ) {
	printf( '<input type="hidden" name="%s[]" value="">', esc_attr( $name ) );
	foreach ( post_types() as $type => $label ) {
		$checked = checked( in_array( $type, $value, true ), true, false );
		printf( '<label><input type="checkbox" name="%s[]" value="%s"%s> %s</label><br>', esc_attr( $name ), esc_attr( $type ), $checked, esc_html( $label ) );
	}
	help( __( 'Each post has a switch of its own in the editor.', 'tom-tat' ) );
}

function field_place( $value, $name ) {
	radios(
		$name,
		$value,
		array(
			'before' => __( 'Before the text', 'tom-tat' ),
			'after'  => __( 'After the text', 'tom-tat' ),
			'none'   => __( 'Nowhere by itself: only where the block or the shortcode [tom_tat] stands', 'tom-tat' ),
		)
	);
}

function field_density( $value, $name ) {
	radios(
		$name,
		$value,
		array(
			'line'  => __( 'Two lines', 'tom-tat' ),
			'short' => __( 'Short: what a reader takes in at a glance', 'tom-tat' ),
			'full'  => __( 'Full', 'tom-tat' ),
		)
	);
}

function section_titles() {
	return array(
		'title'      => __( 'Headline', 'tom-tat' ),
		'lead'       => __( 'First sentence', 'tom-tat' ),
		'date'       => __( 'Day', 'tom-tat' ),
		'figures'    => __( 'Figures', 'tom-tat' ),
		'officials'  => __( 'Officials', 'tom-tat' ),
		'directives' => __( 'Documents', 'tom-tat' ),
	);
}

function field_sections( $value, $name ) {
	$labels = section_titles();
	foreach ( $labels as $section => $label ) {
		$place = array_search( $section, $value, true );
		printf( '<label class="pair"><select name="%s[%s]"><option value="0">–</option>', esc_attr( $name ), esc_attr( $section ) );
		for ( $number = 1; $number <= count( $labels ); $number++ ) {
			printf( '<option%s>%d</option>', selected( false !== $place && $place + 1 === $number, true, false ), (int) $number );
		}
		printf( '</select> %s</label>', esc_html( $label ) );
	}
	help( __( '“–” leaves a section out. Headline and day always stand at the head of the card.', 'tom-tat' ) );
}

function field_limits( $value, $name ) {
	$labels = array(
		'figures'    => __( 'Figures', 'tom-tat' ),
		'officials'  => __( 'Officials', 'tom-tat' ),
		'directives' => __( 'Documents', 'tom-tat' ),
	);
	foreach ( $labels as $section => $label ) {
		$limit = isset( $value[ $section ] ) ? $value[ $section ] : '';
		printf( '<label class="pair"><input type="number" min="1" max="50" name="%s[%s]" value="%s"> %s</label>', esc_attr( $name ), esc_attr( $section ), esc_attr( $limit ), esc_html( $label ) );
	}
	help( __( 'Empty: 3 figures, 3 officials, 2 documents in the short card; all in the full one.', 'tom-tat' ) );
}

function field_theme( $value, $name ) {
	$titles = theme_titles();
	echo '<div class="themes">';
	foreach ( choices( 'theme' ) as $theme ) {
		$picture = 'pictures/' . ( '' === $theme ? 'page' : $theme ) . '.webp';
		$checked = checked( $value, $theme, false );
		printf( '<label><input type="radio" name="%s" value="%s"%s>', esc_attr( $name ), esc_attr( $theme ), $checked );
		if ( is_readable( plugin_dir_path( FILE ) . $picture ) ) {
			printf( '<img src="%s" alt="" width="240" height="180" loading="lazy">', esc_url( plugins_url( $picture, FILE ) ) );
		}
		printf( '<span>%s</span></label>', esc_html( isset( $titles[ $theme ] ) ? $titles[ $theme ] : $theme ) );
	}
	echo '</div>';
}

function theme_titles() {
	return array(
		''          => __( 'As the page', 'tom-tat' ),
		'band'      => __( 'Band', 'tom-tat' ),
		'blue'      => __( 'Blue', 'tom-tat' ),
		'compact'   => __( 'Compact', 'tom-tat' ),
		'contrast'  => __( 'High contrast', 'tom-tat' ),
		'dark'      => __( 'Dark', 'tom-tat' ),
		'newspaper' => __( 'Newspaper', 'tom-tat' ),
		'red-gold'  => __( 'Red and gold', 'tom-tat' ),
		'table'     => __( 'Table', 'tom-tat' ),
		'timeline'  => __( 'Timeline', 'tom-tat' ),
	);
}

function field_lookup( $value, $name ) {
	printf( '<input type="text" class="regular-text code" name="%s" value="%s" placeholder="https://example.gov.vn/?q={number}">', esc_attr( $name ), esc_attr( $value ) );
	help( __( 'With {number} where the number of the document goes. Empty: no links.', 'tom-tat' ) );
}

function field_report( $value, $name ) {
	printf( '<input type="text" class="regular-text code" name="%s" value="%s" placeholder="mailto:bientap@example.gov.vn">', esc_attr( $name ), esc_attr( $value ) );
	help( __( 'Where readers tell of a wrong fact; {url} and {fact} are filled in. Empty: no link.', 'tom-tat' ) );
}

function field_jsonld( $value, $name ) {
	radios(
		$name,
		$value,
		array(
			'auto' => has_seo_plugin()
				? __( 'By itself: now off, since an SEO plugin describes the posts', 'tom-tat' )
				: __( 'By itself: now on, since no SEO plugin is known here', 'tom-tat' ),
			'on'   => __( 'On', 'tom-tat' ),
			'off'  => __( 'Off', 'tom-tat' ),
		)
	);
}

function field_room_wide( $value, $name ) {
	pixels( $value, $name );
	help( __( 'As high as most cards are, so that the text does not move when one appears. Given back where there is no card.', 'tom-tat' ) );
}

function field_room_narrow( $value, $name ) {
	pixels( $value, $name );
}

function pixels( $value, $name ) {
	printf( '<input type="number" min="0" max="2000" name="%s" value="%s"> px', esc_attr( $name ), esc_attr( $value ? $value : '' ) );
}

function radios( $name, $value, array $labels ) {
	foreach ( $labels as $choice => $label ) {
		$checked = checked( $value, $choice, false );
		printf( '<label><input type="radio" name="%s" value="%s"%s> %s</label><br>', esc_attr( $name ), esc_attr( $choice ), $checked, esc_html( $label ) );
	}
}

function help( $text ) {
	printf( '<p class="description">%s</p>', esc_html( $text ) );
}
