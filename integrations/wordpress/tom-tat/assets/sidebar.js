// The panel “Summary card” beside a post in the block editor.
( function ( wp, words ) {
	const el = wp.element.createElement;
	// Moved by WordPress 6.6.
	const { PluginDocumentSettingPanel } = wp.editor && wp.editor.PluginDocumentSettingPanel ? wp.editor : wp.editPost;
	const { SelectControl, TextControl } = wp.components;

	function Panel() {
		const type = wp.data.useSelect( ( select ) => select( 'core/editor' ).getCurrentPostType(), [] );
		const [ meta, setMeta ] = wp.coreData.useEntityProp( 'postType', type, 'meta' );
		if ( ! meta ) return null;
		const set = ( key ) => ( value ) => setMeta( { ...meta, [ key ]: value } );
		return el(
			PluginDocumentSettingPanel,
			{ name: 'tom-tat', title: words.title, className: 'tom-tat-panel' },
			el( SelectControl, {
				label: words.switch,
				value: meta[ words.card ] || '',
				options: Object.entries( words.values ).map( ( [ value, label ] ) => ( { value, label } ) ),
				onChange: set( words.card ),
			} ),
			el( TextControl, {
				label: words.omit,
				help: words.omitHelp,
				value: meta[ words.omitKey ] || '',
				onChange: set( words.omitKey ),
			} )
		);
	}

	wp.plugins.registerPlugin( 'tom-tat', { render: Panel, icon: null } );
} )( window.wp, window.tomTatSidebar );
