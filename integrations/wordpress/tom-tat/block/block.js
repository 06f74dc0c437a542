// The block in the editor: the very card, of what stands in the editor now.
( function ( wp, words ) {
	const el = wp.element.createElement;
	const { useEffect, useRef, useState } = wp.element;
	const { InspectorControls, useBlockProps } = wp.blockEditor;
	const { CheckboxControl, PanelBody, SelectControl } = wp.components;

	/** How long somebody has to pause in writing before the card follows, in milliseconds. */
	const PAUSE = 600;

	/** The post as JSON: as it is being written, or, in a loop, as it is stored; empty while it is not there. */
	function useArticle( postId, postType ) {
		return wp.data.useSelect(
			( select ) => {
				const editor = select( 'core/editor' );
				if ( editor && editor.getCurrentPostId && editor.getCurrentPostId() === postId ) {
					return JSON.stringify( {
						title: editor.getEditedPostAttribute( 'title' ),
						published: editor.getEditedPostAttribute( 'date' ),
						body: editor.getEditedPostContent(),
					} );
				}
				const stored = postId && select( 'core' ).getEntityRecord( 'postType', postType || 'post', postId );
				return stored ? JSON.stringify( stored ) : '';
			},
			[ postId, postType ]
		);
	}

	/** What the post has taken back, as it stands in the panel beside it. */
	function useOmitted( postId ) {
		return wp.data.useSelect(
			( select ) => {
				const editor = select( 'core/editor' );
				const own = editor && editor.getCurrentPostId && editor.getCurrentPostId() === postId;
				const meta = own && editor.getEditedPostAttribute( 'meta' );
				return ( meta && meta[ words.omitKey ] ) || undefined;
			},
			[ postId ]
		);
	}

	/** The sections chosen, in the order of the settings; all of these by themselves. */
	function toggled( show, section, chosen ) {
		const order = [ ...new Set( [ ...words.settings.show.split( ' ' ), ...Object.keys( words.sections ) ] ) ];
		const before = ( show || words.settings.show ).split( ' ' );
		const after = order.filter( ( one ) => ( one === section ? chosen : before.includes( one ) ) ).join( ' ' );
		return after === words.settings.show ? '' : after;
	}

	function Preview( { postId, postType, density, show } ) {
		const card = useRef();
		const article = useArticle( postId, postType );
		const omit = useOmitted( postId );
		const [ empty, setEmpty ] = useState( false );
		useEffect( () => {
			const told = ( { type } ) => setEmpty( type !== 'tom-tat:load' );
			const names = [ 'tom-tat:load', 'tom-tat:empty', 'tom-tat:error' ];
			const element = card.current;
			if ( ! element ) return undefined;
			names.forEach( ( name ) => element.addEventListener( name, told ) );
			return () => names.forEach( ( name ) => element.removeEventListener( name, told ) );
		}, [ article === '' ] );
		useEffect( () => {
			if ( ! article || ! card.current ) return undefined;
			const timer = setTimeout( () => ( card.current.article = article ), PAUSE );
			return () => clearTimeout( timer );
		}, [ article ] );
		if ( ! article ) return el( 'p', null, words.none );
		return el(
			wp.element.Fragment,
			null,
			el( 'tom-tat', { ref: card, loading: 'eager', inert: '', density: density || words.settings.density, show: show || words.settings.show, omit } ),
			empty && el( 'p', { style: { padding: '0 12px' } }, words.empty )
		);
	}

	wp.blocks.registerBlockType( 'tom-tat/card', {
		title: words.title,
		description: words.description,
		edit( { attributes, setAttributes, context } ) {
			const densities = Object.entries( words.densities ).map( ( [ value, label ] ) => ( { value, label } ) );
			return el(
				wp.element.Fragment,
				null,
				el(
					InspectorControls,
					null,
					el(
						PanelBody,
						{ title: words.panel },
						el( SelectControl, {
							label: words.density,
							value: attributes.density,
							options: densities,
							onChange: ( density ) => setAttributes( { density } ),
						} ),
						el( 'p', null, words.show ),
						Object.entries( words.sections ).map( ( [ section, label ] ) =>
							el( CheckboxControl, {
								key: section,
								label,
								checked: ( attributes.show || words.settings.show ).split( ' ' ).includes( section ),
								onChange: ( chosen ) => setAttributes( { show: toggled( attributes.show, section, chosen ) } ),
							} )
						)
					)
				),
				el(
					'div',
					useBlockProps(),
					el( Preview, { postId: context.postId, postType: context.postType, ...attributes } )
				)
			);
		},
		save: () => null,
	} );
} )( window.wp, window.tomTatBlock );
